/** What every function answers: the data, or a failure that explains itself. */

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
  /** What WeChat or CloudBase said to the call, when one was made. */
  wechat?: { errCode: number; errMsg: string };
}

/** An error that a caller is meant to read. */
export class Failure extends Error implements FailureBody {
  readonly code: string;
  readonly hint: string;
  readonly retryable: boolean;

  constructor({
    code,
    message,
    hint,
    retryable = false,
  }: Omit<FailureBody, 'retryable' | 'wechat'> & { retryable?: boolean }) {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.hint = hint;
    this.retryable = retryable;
  }
}

/**
 * What to tell the caller about `error`. The subjects that import nobody (wechat, templates) throw errors of
 * their own which carry the same fields; anything else is a fault of ours, and its text stays in the log.
 */
export function failureOf(error: unknown): FailureBody {
  if (!explainsItself(error)) {
    return {
      code: 'INTERNAL',
      message: 'the function failed',
      hint: 'The function’s log says why.',
      retryable: false,
    };
  }
  const { code, message, hint, retryable, wechat } = error;
  return { code, message, hint, retryable, ...(wechat && { wechat }) };
}

export function explainsItself(error: unknown): error is Error & FailureBody {
  return error instanceof Error && 'code' in error && 'hint' in error && 'retryable' in error;
}
