/** Text and array expressions that mingo lacks, or gives another answer to than MongoDB. */
import { requestFailed } from '../errors';
import { isPlainObject } from '../plainObject';
import { type Expression, isMissing, unary, variadic } from './expressions';

export const TEXT_AND_ARRAYS: Record<string, Expression> = {
  $toLower: unary((value) => textOf(value).toLowerCase()),
  $toUpper: unary((value) => textOf(value).toUpperCase()),
  $substr: variadic(substringOfBytes),
  $substrBytes: variadic(substringOfBytes),
  $indexOfBytes: variadic((operands) =>
    indexIn(operands, (text) => [...Buffer.from(text, 'utf8').toString('latin1')]),
  ),
  $indexOfCP: variadic((operands) => indexIn(operands, (text) => [...text])),
  $size: unary((value) => demandArray('$size', value).length),
  $reverseArray: unary((value) =>
    isMissing(value) ? null : [...demandArray('$reverseArray', value)].reverse(),
  ),
  $arrayToObject: unary((value) =>
    isMissing(value) ? null : objectFrom(demandArray('$arrayToObject', value)),
  ),
  $mergeObjects: variadic((values) => Object.assign({}, ...values.filter((value) => !isMissing(value)))),
  $trunc: variadic(([value, place = 0]) =>
    isMissing(value) ? null : truncated(Number(value), Number(place)),
  ),
};

const textOf = (value: unknown): string => {
  if (isMissing(value)) return '';
  return value instanceof Date ? value.toISOString() : String(value);
};

function substringOfBytes([value, start, length]: unknown[]): string {
  const bytes = Buffer.from(textOf(value));
  const from = Number(start);
  if (from < 0) return '';
  const count = Number(length);
  const cut = count < 0 ? bytes.subarray(from) : bytes.subarray(from, from + count);
  const text = cut.toString();
  if (text.includes('\ufffd'))
    throw requestFailed('$substrBytes: Invalid range, in the middle of a UTF-8 character');
  return text;
}

function indexIn([text, part, start = 0, end]: unknown[], split: (text: string) => string[]): number | null {
  if (isMissing(text)) return null;
  if (typeof text !== 'string' || typeof part !== 'string') throw requestFailed('$indexOf requires strings');
  const units = split(text);
  const wanted = split(part);
  const last = Math.min(units.length, isMissing(end) ? units.length : Number(end)) - wanted.length;
  for (let index = Number(start); index <= last; index += 1) {
    if (wanted.every((unit, offset) => units[index + offset] === unit)) return index;
  }
  return -1;
}

function demandArray(name: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const type = value === undefined ? 'missing' : typeof value;
  throw requestFailed(`The argument to ${name} must be an array, but was of type: ${type}`);
}

function objectFrom(entries: unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    entries.map((entry) => {
      if (Array.isArray(entry) && entry.length === 2) return [String(entry[0]), entry[1]];
      if (isPlainObject(entry) && 'k' in entry && 'v' in entry) return [String(entry.k), entry.v];
      throw requestFailed('$arrayToObject requires arrays of [key, value] or objects of k and v');
    }),
  );
}

function truncated(value: number, place: number): number {
  const factor = 10 ** place;
  return Math.trunc(value * factor) / factor;
}
