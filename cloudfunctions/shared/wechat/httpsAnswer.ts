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
const JSON_TYPES = new Set(['application/json', 'text/json', 'text/plain', 'text/javascript', '']);

/**
 * @param name as it stands in errors: `subscribeMessage.send`
 * @returns WeChat's fields without errcode and errmsg; `{ contentType, buffer }` when it is a file
 * @throws Rejection when WeChat refused, or when the answer cannot be read
 */
export function readAnswer(name: string, { status, contentType, bytes }: Incoming): Record<string, unknown> {
  const isFile = status === 200 && !JSON_TYPES.has(contentType) && !contentType.startsWith('text/');
  if (isFile) return { contentType, buffer: bytes };
  const { errcode, errmsg, ...fields } = fieldsOf(name, status, bytes);
  if (errcode !== undefined && Number(errcode) !== 0) {
    throw rejection(name, Number(errcode), String(errmsg));
  }
  // WeChat answers 200 whatever it says; anything else comes from something in between.
  if (status !== 200) throw unreadable(name, status);
  return fields;
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
