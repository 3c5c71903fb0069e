/** Which fields a query returns: `field({ a: true, 'b.c': false, d: db.command.project.slice(2) })`. */
import { Query } from 'mingo/query';
import { invalidParam, requestFailed } from './errors';
import { type Condition, MINGO } from './mingo';
import { placesOf, read, write } from './paths';
import { isPlainObject } from './plainObject';
import { withRegExps } from './regExp';

export interface Projection {
  /** What mingo projects. */
  fields: Record<string, unknown>;
  /**
   * By path, the operand of `$slice`. mingo would leave out all other fields; MongoDB keeps them:
   * https://www.mongodb.com/docs/v4.4/reference/operator/projection/slice/
   */
  slices: Record<string, unknown>;
}

/** @throws {GatewayError} INVALID_PARAM */
export function toProjection(value: unknown): Projection {
  const given = withRegExps(value);
  if (!isPlainObject(given)) throw invalidParam('param.projection must be an object');
  const isSlice = ([, content]: [string, unknown]) => isPlainObject(content) && '$slice' in content;
  const fields = Object.fromEntries(Object.entries(given).filter((entry) => !isSlice(entry)));
  const slices = Object.fromEntries(Object.entries(given).filter(isSlice));
  const isInclusive = Object.entries(fields).some(([path, content]) => path !== '_id' && content !== 0);
  if (isInclusive) for (const path of Object.keys(slices)) fields[path] = 1;
  return { fields, slices };
}

/**
 * The documents with the fields that are asked for.
 * @param condition what found them: `array.$` is the first element that fits it
 */
export function project(
  documents: Record<string, unknown>[],
  condition: Condition,
  { fields, slices }: Projection,
): Record<string, unknown>[] {
  const projected = new Query(condition, MINGO).find<Record<string, unknown>>(documents, fields).all();
  for (const document of projected) {
    for (const [path, operand] of Object.entries(slices)) sliceAt(document, path, operand);
  }
  return projected;
}

function sliceAt(document: Record<string, unknown>, path: string, operand: unknown): void {
  for (const place of placesOf(document, path, {}, 'skip')) {
    const array = read(place);
    if (Array.isArray(array)) write(place, sliceOf(array, operand));
  }
}

function sliceOf(array: unknown[], operand: unknown): unknown[] {
  const count = isPlainObject(operand) ? operand.$slice : undefined;
  if (typeof count === 'number') return count < 0 ? array.slice(count) : array.slice(0, count);
  if (!Array.isArray(count)) throw requestFailed('$slice only supports numbers and [skip, limit] arrays');
  const [skip, limit] = count.map(Number);
  if (skip === undefined || limit === undefined || limit <= 0) {
    throw requestFailed('$slice limit must be positive');
  }
  const start = skip < 0 ? Math.max(0, array.length + skip) : skip;
  return array.slice(start, start + limit);
}
