/** Changing one document with MongoDB's update operators. */
import { type Document, encode } from './documents';
import { invalidParam, operatorUnsupported, writeRefused } from './errors';
import type { Condition } from './mingo';
import { erase, placesOf, read, write } from './paths';
import { isPlainObject } from './plainObject';
import { UPDATE_OPERATORS } from './updateOperators';

/** Operators, such as `$set`, with an operand for each path. */
export type Modifier = Record<string, Record<string, unknown>>;

/**
 * What `update({ data })` was given, as the SDK encodes it.
 * @throws {GatewayError} INVALID_PARAM, DATABASE_INVALID_OPERRATOR for an operator that is not carried, or
 * DATABASE_REQUEST_FAILED for paths that are in each other's way
 */
export function toModifier(data: Record<string, unknown>): Modifier {
  if (Object.keys(data).length === 0) throw invalidParam('param.data must have at least one field');
  const modifier: Modifier = {};
  for (const [operator, fields] of Object.entries(data)) {
    if (!operator.startsWith('$') || !isPlainObject(fields)) {
      throw invalidParam('update document must contain key beginning with $');
    }
    if (operator !== '$rename' && !Object.hasOwn(UPDATE_OPERATORS, operator)) {
      throw operatorUnsupported(`not supported by the emulator: the update operator ${operator}`);
    }
    modifier[operator] = fields;
  }
  checkPaths(pathsOf(modifier));
  return modifier;
}

/**
 * Changes the document in place.
 * @param condition what found the document: `array.$` means the first element that fits it
 * @returns whether anything in the document differs
 * @throws {GatewayError} DATABASE_REQUEST_FAILED; the document is then half changed, and not to be kept
 */
export function applyUpdate(document: Document, condition: Condition, modifier: Modifier): boolean {
  const before = encode(document);
  for (const [name, fields] of Object.entries(modifier)) {
    for (const [path, operand] of Object.entries(fields)) {
      if (name === '$rename') rename(document, path, operand);
      else operate(document, condition, name, path, operand);
    }
  }
  return Buffer.compare(before, encode(document)) !== 0;
}

function operate(
  document: Document,
  condition: Condition,
  name: string,
  path: string,
  operand: unknown,
): void {
  const operator = UPDATE_OPERATORS[name];
  if (operator === undefined) return;
  for (const place of placesOf(document, path, condition, operator.missing)) {
    operator.apply(place, operand);
  }
}

function rename(document: Document, from: string, to: unknown): void {
  const [source] = placesOf(document, from, {}, 'skip');
  if (source === undefined) return;
  const value = read(source);
  if (value === undefined) return;
  erase(source);
  for (const target of placesOf(document, String(to), {}, 'make')) write(target, value);
}

function pathsOf(modifier: Modifier): string[] {
  return Object.entries(modifier).flatMap(([operator, fields]) => {
    const paths = Object.keys(fields);
    if (operator !== '$rename') return paths;
    const targets = Object.values(fields).map((target) => {
      if (typeof target === 'string') return target;
      throw writeRefused('The to field for $rename must be a string');
    });
    return [...paths, ...targets];
  });
}

function checkPaths(paths: string[]): void {
  const seen = new Set<string>();
  const withParents = new Set<string>();
  for (const path of paths) {
    if (path === '_id' || path.startsWith('_id.')) {
      throw writeRefused(`Performing an update on the path '${path}' would modify the immutable field '_id'`);
    }
    const parents = path.split('.').map((_, index, segments) => segments.slice(0, index + 1).join('.'));
    if (withParents.has(path) || parents.some((parent) => seen.has(parent))) {
      throw writeRefused(`Updating the path '${path}' would create a conflict at '${path}'`);
    }
    seen.add(path);
    for (const parent of parents) withParents.add(parent);
  }
}
