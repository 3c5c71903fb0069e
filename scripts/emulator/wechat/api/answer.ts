/** What WeChat's API answers, and its JSON text. */
import { randomBytes } from 'node:crypto';
import type { Hit } from '../../faults/faults';
import type { ApiError } from './errors';

export type ApiAnswer = AnswerContent & {
  /** What the emulator's faults do to the answer on its way. */
  hit?: Hit;
};

type AnswerContent =
  | { kind: 'json'; text: string }
  | { kind: 'bytes'; contentType: string; filename: string; bytes: Buffer }
  /** The API does not exist: CloudBase answers -604100, the HTTPS API 40066. */
  | { kind: 'noSuchApi' };

/** A number of 64 bits, which JavaScript's numbers and `JSON.stringify` cannot carry. */
export class Int64 {
  /** @param digits decimal digits */
  constructor(readonly digits: string) {}
}

/** An answer that is no more than its fields: tokens have no `errcode`. */
export const plainAnswer = (fields: JsonFields): ApiAnswer => ({ kind: 'json', text: jsonText(fields) });

/** The answer to a call that worked: `errcode` 0 and the fields; an {@link Int64} becomes a bare number. */
export function success(fields: JsonFields = {}): ApiAnswer {
  return plainAnswer({ errcode: 0, errmsg: 'ok', ...fields });
}

/** @param now milliseconds since 1970 */
export function failure(error: ApiError, now: number): ApiAnswer {
  return {
    kind: 'json',
    text: jsonText({ errcode: error.errcode, errmsg: `${error.message} rid: ${requestId(now)}` }),
  };
}

type JsonFields = Record<string, string | number | object | Int64>;

function jsonText(fields: JsonFields): string {
  const members = Object.entries(fields).map(([name, value]) => {
    const text = value instanceof Int64 ? value.digits : JSON.stringify(value);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${members.join(',')}}`;
}

/**
 * WeChat's request id: three times eight hexadecimal digits. The first eight are the time in seconds:
 * `5f86bdd6-15ceb0dc-3ad307da` was answered on 2020-10-14.
 */
function requestId(now: number): string {
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  return `${seconds}-${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;
}
