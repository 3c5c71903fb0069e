/** What every function answers: the data, or a failure that explains itself. */
import { failures } from '../errors/failures';

export type Result<Data> = { ok: true; data: Data } | { ok: false; error: FailureBody };

export interface FailureBody {
  /** Stable: callers may compare it. */
  code: string;
  /** What is wrong, with the name of the field where there is one. */
  message: string;
  /** What to do about it. */
  hint: string;
  /** The same call may succeed later without a change. Never true for a send whose outcome is not known. */
  retryable: boolean;
  /** What WeChat or CloudBase said to the call, when one was made; without the addresses that the text names. */
  wechat?: { errCode: number; errMsg: string };
}

/** An error that a caller is meant to read. */
export class Failure extends Error implements FailureBody {
  readonly code: string;
  readonly hint: string;
  readonly retryable: boolean;

  /**
   * @param code of the catalogue, which says whether it is retryable
   * @param words what is to be said of this case; for what is left out, the catalogue's words
   */
  constructor(code: keyof typeof failures, { message, hint }: Words = {}) {
    const { en, retryable } = failures[code];
    super(message ?? en.meaning);
    this.name = 'Failure';
    this.code = code;
    this.hint = hint ?? en.remedy;
    this.retryable = retryable;
  }
}

type Words = Partial<Pick<FailureBody, 'message' | 'hint'>>;

/**
 * What to tell the caller about `error`. The subjects that may not import this (wechat, templates) throw
 * errors of their own which carry the same fields; anything else is a fault of ours, and its text stays in the log.
 */
export function failureOf(error: unknown): FailureBody {
  const failure: FailureBody = explainsItself(error) ? error : new Failure('INTERNAL');
  const { code, message, hint, retryable, wechat } = failure;
  return {
    code,
    message,
    hint,
    retryable,
    ...(wechat && { wechat: { ...wechat, errMsg: wechat.errMsg.replace(ADDRESS, '[address]') } }),
  };
}

/** IPv4, also as `::ffff:1.2.3.4`: WeChat's 40164 names the server's own, which is no business of its users. */
const ADDRESS = /(?:::ffff:)?\b(?:\d{1,3}\.){3}\d{1,3}\b/g;

/** Whether {@link failureOf} leaves something of it out that whoever runs the function needs: it is in its log. */
export function namesAnAddress({ wechat }: FailureBody): boolean {
  return wechat !== undefined && wechat.errMsg.search(ADDRESS) !== -1;
}

export function explainsItself(error: unknown): error is Error & FailureBody {
  return error instanceof Error && 'code' in error && 'hint' in error && 'retryable' in error;
}
