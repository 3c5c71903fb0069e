/** How often a user may call a function: counted in the database, so that all instances count together. */
import type { Caller } from './caller';
import { clock } from './clock';
import { type Collection, collection, command } from './database';
import { log } from './log';
import { Failure } from './result';
import { settings } from './settings';

/** A document of the collection `xinshi_rates`: one user's calls of one function in one minute. */
export interface Rate {
  /** `<function>:<openid>:<minute since 1970>`. */
  _id: string;
  /** Calls that were let pass. Up by one with each, in one step with the check against the limit. */
  calls: number;
  /** When the minute is over, in milliseconds since 1970: from then on cleanUp removes the document. */
  expiresAt: number;
}

export const rates: Collection<Rate> = collection('xinshi_rates');

const MINUTE_MS = 60_000;

/**
 * Counts a user's call, operators' too; server-side callers are the project's own code and not counted. Costs one
 * write a call, and a read and a write more for the first of a minute.
 *
 * Fails open: what the limit protects is not to be had without the database, since no message is sent without
 * its record, and a counter that fails must not stop what would have worked.
 *
 * @param functionName each function has a count of its own
 * @throws Failure RATE_LIMITED, whose hint says how long to wait
 */
export async function countCall(caller: Caller, functionName: string): Promise<void> {
  if (caller.kind !== 'user') return;
  const now = clock.now();
  const minute = Math.floor(now / MINUTE_MS);
  const expiresAt = (minute + 1) * MINUTE_MS;
  const rate = { _id: `${functionName}:${caller.openid}:${minute}`, calls: 1, expiresAt };
  const limit = settings.callsPerMinute;
  if (await passes(rate, limit)) return;
  throw new Failure('RATE_LIMITED', {
    message: `this function was called ${limit} times in a minute by this user`,
    hint: `Try again in ${Math.ceil((expiresAt - now) / 1000)} seconds.`,
  });
}

async function passes(rate: Rate, limit: number): Promise<boolean> {
  try {
    return (await countOne(rate._id, limit)) || (await isFirst(rate)) || (await countOne(rate._id, limit));
  } catch (error) {
    log.error('a call could not be counted', { id: rate._id, error });
    return true;
  }
}

/** Counts one more in one atomic step. @returns false when the limit is reached, or nothing is counted yet */
async function countOne(_id: string, limit: number): Promise<boolean> {
  const counted = await rates.update({ _id, calls: command.lt(limit) }, { calls: command.inc(1) });
  return counted === 1;
}

/** @returns false when there is a count already: the limit is reached, or another instance was first */
async function isFirst(rate: Rate): Promise<boolean> {
  if ((await rates.get(rate._id)) !== undefined) return false;
  try {
    await rates.add(rate);
    return true;
  } catch (error) {
    if ((await rates.get(rate._id)) !== undefined) return false;
    // Perhaps a document that a user wrote has the place, to stop another's calls or to have his own not counted.
    log.info('a count could not be added, and is written in place of whatever is there', {
      id: rate._id,
      error,
    });
    await rates.put(rate);
    return true;
  }
}
