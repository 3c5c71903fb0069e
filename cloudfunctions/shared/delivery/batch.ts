/** Sends one template to many, a few at a time, as long as the function has time. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Caller } from '../platform/caller';
import { clock } from '../platform/clock';
import { log } from '../platform/log';
import { explainsItself, Failure, type FailureBody, failureOf } from '../platform/result';
import { findTemplate } from '../templates/findTemplate';
import type { TemplateData } from '../templates/templateData';
import { type Message, type Sent, send } from './subscribeMessage';

export interface Batch<Reference extends string> extends Omit<Message<Reference>, 'to' | 'data'> {
  recipients: readonly { to: string; data: TemplateData<Reference> }[];
}

/** What became of one recipient's message. */
export type BatchResult = { to: string } & (({ ok: true } & Sent) | { ok: false; error: FailureBody });

type Outcome = ({ ok: true } & Sent) | { ok: false; error: FailureBody };

/** A send waits for WeChat and the database most of its time; more than these would wait for each other. */
const AT_ONCE = 10;
/** No send is begun with less time than this: it would be cut off, and nobody would know what became of it. */
const ONE_SEND_MS = 4_000;
/** For the answer. What has not ended by then is answered without its end. */
const ANSWER_MS = 1_000;

/**
 * One who is wrong, or refuses, does not stop the rest. The same person with the same data is sent one message.
 *
 * @param caller whose right to send this has been checked already
 * @param deadline when the cloud ends the function, in milliseconds since 1970
 * @returns a result for each recipient, in their order
 * @throws TemplateError UNKNOWN_TEMPLATE
 */
export async function sendBatch<Reference extends string>(
  reference: Reference,
  { recipients, ...options }: Batch<Reference>,
  caller: Caller,
  deadline: number,
): Promise<BatchResult[]> {
  findTemplate(reference);
  const outcomes = new Map<string, Outcome>();
  const waiting = new Map(recipients.map((recipient) => [keyOf(recipient), recipient]));

  const sendOneByOne = async () => {
    for (const [key, recipient] of waiting) {
      if (clock.now() + ONE_SEND_MS > deadline) return;
      waiting.delete(key);
      outcomes.set(key, await outcomeOf(send(reference, { ...options, ...recipient }, caller)));
    }
  };
  const workers = Array.from({ length: AT_ONCE }, sendOneByOne);
  await withinTime(Promise.all(workers), deadline - ANSWER_MS - clock.now());

  return recipients.map((recipient) => {
    const key = keyOf(recipient);
    const outcome = outcomes.get(key) ?? { ok: false, error: waiting.has(key) ? NOT_SENT : OUTCOME_UNKNOWN };
    return { to: recipient.to, ...outcome };
  });
}

function keyOf({ to, data }: { to: string; data: object }): string {
  return JSON.stringify([to, Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1))]);
}

async function outcomeOf(sending: Promise<Sent>): Promise<Outcome> {
  try {
    return { ok: true, ...(await sending) };
  } catch (error) {
    if (!explainsItself(error)) log.error('a message of a batch failed', { error });
    return { ok: false, error: failureOf(error) };
  }
}

/** Waits for the work, and no longer than `ms`. */
async function withinTime(work: Promise<unknown>, ms: number): Promise<void> {
  const over = new AbortController();
  const timeUp = wait(Math.max(ms, 0), undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([work, timeUp]);
  over.abort();
}

const NOT_SENT = failureOf(new Failure('NOT_SENT'));
const OUTCOME_UNKNOWN = failureOf(new Failure('SEND_OUTCOME_UNKNOWN'));
