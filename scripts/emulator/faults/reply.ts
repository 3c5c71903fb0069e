/** What faults do to a reply on its way: it comes late, or not at all. */
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Fault } from '../contract';
import { GatewayError } from '../gateway/gatewayError';
import { type ApiAnswer, failure } from '../wechat/api/answer';
import { type Faults, type Hit, NO_HIT } from './faults';
import { apiErrorOf } from './rules';

/** Thrown by a door in the place of its reply: the server closes the connection, or leaves it open without a word. */
export class ReplyWithheld extends Error {
  override readonly name = 'ReplyWithheld';

  constructor(readonly how: 'connectionClosed' | 'nothingComes') {
    super(how);
  }
}

/** Ends the request as the fault wants it. */
export function withhold({ how }: ReplyWithheld, reply: FastifyReply): void {
  reply.hijack();
  if (how === 'connectionClosed') reply.raw.destroy();
}

/**
 * Calls an API of WeChat's, or answers in its place.
 * @param now milliseconds since 1970, for the answer's rid
 * @returns the answer, with what is to happen to it on its way
 */
export function callWithFaults(
  faults: Faults,
  apiName: string,
  now: number,
  call: () => ApiAnswer,
): ApiAnswer {
  const hit = faults.draw(apiName);
  return hit === NO_HIT ? call() : { ...answerOf(hit, now, call), hit };
}

function answerOf({ fault }: Hit, now: number, call: () => ApiAnswer): ApiAnswer {
  if (fault?.kind === 'error') return failure(apiErrorOf(fault), now);
  // Nobody gets this answer.
  if (fault !== undefined && 'workDone' in fault && !fault.workDone) return { kind: 'json', text: '{}' };
  return call();
}

/**
 * Does an action of CloudBase's, or refuses it.
 * @throws {GatewayError} that the rule names; {ReplyWithheld}
 */
export async function actWithFaults<T>(faults: Faults, action: string, act: () => Promise<T>): Promise<T> {
  const hit = faults.draw(action);
  const { fault } = hit;
  if (fault?.kind === 'cloudError') throw new GatewayError(fault.code, fault.message);
  if (fault?.kind === 'noReply' && !fault.workDone) throw new ReplyWithheld('nothingComes');
  try {
    return await act();
  } finally {
    await delay(hit);
    demandReply(hit);
  }
}

/** Waits as long as the reply is late. */
export async function delay({ latencyMs }: Hit): Promise<void> {
  if (latencyMs > 0) await wait(latencyMs, undefined, { ref: false });
}

/** @throws {ReplyWithheld} when the reply is not to come */
export function demandReply({ fault }: Hit): void {
  if (fault?.kind === 'replyLost') throw new ReplyWithheld('connectionClosed');
  if (fault?.kind === 'noReply' || fault?.kind === 'timeout') throw new ReplyWithheld('nothingComes');
}

/** The fault as the journal's records name it. */
export function faultOf({ latencyMs, fault }: Hit): { fault?: Fault['kind'] } {
  if (fault !== undefined) return { fault: fault.kind };
  return latencyMs > 0 ? { fault: 'latency' } : {};
}
