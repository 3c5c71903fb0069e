/** Reads an answer of WeChat's HTTPS API, with every digit, as the SDK reads one of a cloud call. */
import parser = require('json-bigint');

import * as v from 'valibot';
import type { Incoming } from './httpsExchange';

/** What the SDK rejects with. */
export interface Rejection {
  errCode: number;
  errMsg: string;
}

/** The SDK's own parser: a number of more than 15 digits becomes a text of its digits; a key `__proto__` is refused. */
const exact = parser({ storeAsString: true });

const AnswerFields = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value)),
  v.record(v.string(), v.unknown()),
);
/** wx-server-sdk's number for an answer that it cannot read. */
const UNREADABLE = -601001;

/**
 * How an API says that it was done. `errcode`: with errcode 0, so that whatever has none does not come from WeChat.
 * `fields`: with what was asked for. `file`: with the bytes of a file. All of them fail with an errcode.
 */
export type Gives = 'errcode' | 'fields' | 'file';

/**
 * @param name as it stands in errors: `subscribeMessage.send`
 * @returns WeChat's fields without errcode and errmsg; `{ contentType, buffer }` when it is a file
 * @throws Rejection when WeChat refused, or when the answer cannot be read
 */
export function readAnswer(
  name: string,
  gives: Gives,
  { status, contentType, bytes }: Incoming,
): Record<string, unknown> {
  if (gives === 'file' && status === 200 && !isText(contentType)) return { contentType, buffer: bytes };
  const { errcode, errmsg, ...fields } = fieldsOf(name, status, bytes);
  if (errcode === undefined && gives === 'errcode') throw unreadable(name, status);
  if (errcode !== undefined && Number(errcode) !== 0) {
    throw rejection(name, Number(errcode), String(errmsg));
  }
  // WeChat answers 200 whatever it says; anything else comes from something in between.
  if (status !== 200) throw unreadable(name, status);
  return fields;
}

/** WeChat's JSON comes as text/plain too, where a file was asked for. */
function isText(contentType: string): boolean {
  return contentType === '' || contentType === 'application/json' || contentType.startsWith('text/');
}

function fieldsOf(name: string, status: number, bytes: Buffer): Record<string, unknown> {
  const parsed = v.safeParse(AnswerFields, parse(bytes.toString()));
  if (parsed.success) return parsed.output;
  throw unreadable(name, status);
}

function parse(text: string): unknown {
  try {
    return exact.parse(text);
  } catch {
    return undefined;
  }
}

const unreadable = (name: string, status: number): Rejection =>
  rejection(name, UNREADABLE, `the answer, HTTP ${status}, is none of WeChat’s`);

const rejection = (name: string, errCode: number, text: string): Rejection => ({
  errCode: Number.isInteger(errCode) ? errCode : UNREADABLE,
  errMsg: `openapi.${name}:fail ${text}`,
});
