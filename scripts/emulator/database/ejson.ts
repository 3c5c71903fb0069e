/** Extended JSON, as `@cloudbase/database` sends and expects it, to values and back. */
import { EJSON, Long } from 'bson';
import { invalidParam } from './errors';

/** MongoDB keeps at most 100 levels in a document; a query or pipeline wraps it in a few more. */
const MAX_DEPTH = 120;

/** Objects with one of these as their only key stand for a value of BSON's own types. */
const TYPE_KEYS = new Set([
  '$binary',
  '$code',
  '$date',
  '$maxKey',
  '$minKey',
  '$numberDecimal',
  '$oid',
  '$regularExpression',
  '$symbol',
  '$timestamp',
  '$uuid',
]);

/**
 * Reads canonical or relaxed Extended JSON. Numbers become numbers, but for 64-bit integers that a number cannot
 * spell, which stay `Long`; dates become `Date`; the other types stay bson's objects.
 *
 * `$regex` is left as the query operator it is (bson's own parser would take it for the value of old).
 * @param field the field of the request that holds the text, for the error's message
 * @throws {GatewayError} INVALID_PARAM
 */
export function parseEjson(text: string, field: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw invalidParam(`param.${field} is not valid JSON`);
  }
  return revive(json, 0, field);
}

/** Canonical Extended JSON: nothing of a value's type is lost. */
export const printEjson = (value: unknown): string => EJSON.stringify(value, { relaxed: false });

function revive(value: unknown, depth: number, field: string): unknown {
  if (depth > MAX_DEPTH) throw invalidParam(`param.${field} is nested deeper than ${MAX_DEPTH} levels`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => revive(item, depth + 1, field));
  const entries = Object.entries(value);
  const [only] = entries;
  if (only !== undefined && entries.length === 1) {
    const [key, content] = only;
    const number = reviveNumber(key, content);
    if (number !== undefined) return number;
    if (key === '$undefined') return null;
    if (TYPE_KEYS.has(key)) return reviveType(value, field);
  }
  const result: Record<string, unknown> = {};
  for (const [key, content] of entries) {
    if (key === '__proto__') throw invalidParam(`param.${field} must not use the field name __proto__`);
    result[key] = revive(content, depth + 1, field);
  }
  return result;
}

function reviveNumber(key: string, content: unknown): number | Long | undefined {
  if (typeof content !== 'string') return undefined;
  if (key === '$numberInt' || key === '$numberDouble') return Number(content);
  if (key !== '$numberLong') return undefined;
  // A number that the SDK sent comes back as the same digits, however large.
  const number = Number(content);
  return String(number) === content ? number : Long.fromString(content);
}

function reviveType(value: object, field: string): unknown {
  let typed: unknown;
  try {
    typed = EJSON.deserialize(value, { relaxed: true });
  } catch (error) {
    throw invalidParam(`param.${field}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typed instanceof Date && Number.isNaN(typed.getTime())) {
    throw invalidParam(`param.${field}: ${JSON.stringify(value)} is not a date`);
  }
  return typed;
}
