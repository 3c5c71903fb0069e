/** Keeps the record of a send, from before the call to WeChat until after its answer. */
import { type Caller, nameOf } from '../platform/caller';
import { clock } from '../platform/clock';
import { log } from '../platform/log';
import { Failure, failureOf } from '../platform/result';
import { settings } from '../platform/settings';
import { WechatError } from '../wechat/wechatError';
import { newSendId, type Send, type SendKind, type SendLine, sends } from './send';

/** What is known of a send before it is made. */
export interface Intent {
  caller: Caller;
  kind: SendKind;
  /** The receiver. */
  openid: string;
  /** WeChat's id of the template. Left out: none. */
  tmplId?: string;
  /** The registry's name of the template, and its title. Left out: none. */
  template?: string;
  title?: string;
  /** Of a customer-service message: `text`, `image`, `link`, `miniprogrampage`. */
  msgtype?: string;
  /** What the message says; kept only if the setting XINSHI_AUDIT_CONTENT lets it. Left out: nothing. */
  content?: SendLine[];
}

/** What the call's answer says of a send. */
export type Answer = Pick<Send, 'outcome' | 'msgid' | 'errCode' | 'code' | 'durationMs'>;

/** The record as it was written before the call, as far as its answer needs it. */
export type OpenSend = Pick<Send, '_id' | 'startedAt'>;

/** As much of a value as a reader needs to know which message it was. */
const VALUE_CHARACTERS = 200;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a send and records it: `await audited({ caller, kind: 'customerService', openid, msgtype }, async () => …)`.
 *
 * When the record cannot be written before the call, the call is not made. When its outcome cannot be written,
 * that is logged and no more: the message is on its way or is not, whatever becomes of its record, and a caller
 * who was told of a failure might send again.
 *
 * @param call calls WeChat, once, and gives WeChat's id of the message, '' when WeChat gives none. It is never
 *   called again: WeChat's send calls have no idempotency key
 * @param keep runs when the call has ended and writes its answer into the record; {@link keepAnswer} unless a kind of
 *   message needs more
 * @returns what `call` gives
 * @throws what `call` throws
 */
export async function audited(
  intent: Intent,
  call: () => Promise<string>,
  keep: (send: OpenSend, answer: Answer) => Promise<unknown> = keepAnswer,
): Promise<string> {
  const startedAt = clock.now();
  const send = { _id: await open(intent, startedAt), startedAt };
  const close = (answer: Omit<Answer, 'durationMs'>) =>
    keepOrLog(keep, send, { ...answer, durationMs: clock.now() - startedAt });
  try {
    const msgid = await call();
    await close({ outcome: 'accepted', msgid, errCode: 0, code: '' });
    return msgid;
  } catch (error) {
    await close({ ...outcomeOf(error), msgid: '', code: failureOf(error).code });
    throw error;
  }
}

/** A Failure is thrown before WeChat is asked: for a setting that is wrong. */
function outcomeOf(error: unknown): Pick<Answer, 'outcome' | 'errCode'> {
  if (error instanceof WechatError) return { outcome: error.outcome, errCode: error.wechat.errCode };
  return { outcome: error instanceof Failure ? 'refused' : 'unknown', errCode: -1 };
}

/**
 * Writes the answer, unless a receipt has said more in the meantime.
 *
 * @returns whether it was written
 */
export async function keepAnswer({ _id }: OpenSend, answer: Answer): Promise<boolean> {
  return (await sends.update({ _id, outcome: 'unknown' }, answer)) === 1;
}

function open({ caller, content = [], ...intent }: Intent, startedAt: number): Promise<string> {
  return sends.add({
    _id: newSendId(startedAt),
    sentBy: nameOf(caller),
    tmplId: '',
    template: '',
    title: '',
    msgtype: '',
    ...intent,
    content: settings.auditContent === 'fields' ? content.map(shortened) : [],
    startedAt,
    expiresAt: startedAt + settings.auditDays * DAY_MS,
    outcome: 'unknown',
    msgid: '',
    errCode: 0,
    code: '',
    durationMs: -1,
    delivery: 'awaited',
    deliveryStatus: '',
  });
}

async function keepOrLog(
  keep: (send: OpenSend, answer: Answer) => Promise<unknown>,
  send: OpenSend,
  answer: Answer,
): Promise<void> {
  try {
    await keep(send, answer);
  } catch (error) {
    log.error('the outcome of a send could not be recorded', { id: send._id, answer, error });
  }
}

function shortened({ label, value }: SendLine): SendLine {
  const characters = [...value];
  if (characters.length <= VALUE_CHARACTERS) return { label, value };
  return { label, value: `${characters.slice(0, VALUE_CHARACTERS - 1).join('')}…` };
}
