/** Dotted paths of an update, `a.b.0.c`, to the places in a document that they name. */
import { Query } from 'mingo/query';
import { operatorUnsupported, writeRefused } from './errors';
import { type Condition, MINGO } from './mingo';
import { isPlainObject } from './plainObject';

/** One field of an object, or one index of an array. */
export interface Place {
  holder: Record<string, unknown>;
  key: string;
}

/** MongoDB's limit on what an index beyond the end of an array adds. */
const MAX_BACKFILL = 1_500_000;

/**
 * The places that a path names: one, or with `$[]` one for each element.
 * @param condition what found the document: `$` is the first element of an array that fits it
 * @param missing what becomes of objects on the way that are not there: made, or the path names nothing
 * @throws {GatewayError} DATABASE_REQUEST_FAILED for a path through a value that has no fields
 */
export function placesOf(
  document: Record<string, unknown>,
  path: string,
  condition: Condition,
  missing: 'make' | 'skip',
): Place[] {
  const segments = path.split('.');
  for (const segment of segments) checkSegment(path, segment);

  const descend = (holder: object, at: number): Place[] => {
    const isLast = at === segments.length - 1;
    return keysAt(holder, at).flatMap((key) => {
      const place: Place = { holder: holder as Record<string, unknown>, key };
      if (isLast) return [place];
      const child = read(place);
      if (isPlainObject(child) || Array.isArray(child)) return descend(child, at + 1);
      if (missing === 'skip') return [];
      if (child !== undefined) throw cannotCreate(segments[at + 1], key, child);
      const made = {};
      write(place, made);
      return descend(made, at + 1);
    });
  };

  const keysAt = (holder: object, at: number): string[] => {
    const segment = segments[at] ?? '';
    if (segment === '$' || segment === '$[]') {
      const array = segments.slice(0, at).join('.');
      if (!Array.isArray(holder)) {
        throw writeRefused(`Cannot apply array updates to non-array element ${array}`);
      }
      return segment === '$' ? [positionIn(holder, array, condition)] : Object.keys(holder);
    }
    if (!Array.isArray(holder) || /^\d+$/.test(segment)) return [segment];
    if (missing === 'skip') return [];
    throw cannotCreate(segment, segments[at - 1] ?? '', holder);
  };

  return descend(document, 0);
}

export const read = ({ holder, key }: Place): unknown =>
  Object.hasOwn(holder, key) ? holder[key] : undefined;

/** An index beyond the end of an array fills what is between with null. */
export function write({ holder, key }: Place, value: unknown): void {
  if (!Array.isArray(holder)) {
    holder[key] = value;
    return;
  }
  const index = Number(key);
  if (index - holder.length > MAX_BACKFILL) {
    throw writeRefused(`can't backfill more than ${MAX_BACKFILL} elements`);
  }
  while (holder.length < index) holder.push(null);
  holder[index] = value;
}

/** A field goes; an element becomes null, so that the others keep their index. */
export function erase(place: Place): void {
  if (read(place) === undefined) return;
  if (Array.isArray(place.holder)) write(place, null);
  else delete place.holder[place.key];
}

function checkSegment(path: string, segment: string): void {
  if (segment === '')
    throw writeRefused(`The update path '${path}' contains an empty field name, which is not allowed.`);
  if (segment === '__proto__')
    throw writeRefused(`The update path '${path}' must not use the field name __proto__`);
  if (segment.startsWith('$[') && segment !== '$[]') {
    throw operatorUnsupported(`not supported by the emulator: array filters, in the update path '${path}'`);
  }
}

function positionIn(array: unknown[], path: string, condition: Condition): string {
  const about = conditionsAbout(path, condition);
  const index = about.length === 0 ? -1 : array.findIndex((element) => fits(element, path, about));
  if (index >= 0) return String(index);
  throw writeRefused('The positional operator did not find the match needed from the query.');
}

/** The parts of a condition, through `$and`, that are about this array or what is in it. */
function conditionsAbout(path: string, condition: Condition): Condition[] {
  return Object.entries(condition).flatMap(([key, content]) => {
    if (key === '$and' && Array.isArray(content)) {
      return content.filter(isPlainObject).flatMap((part) => conditionsAbout(path, part));
    }
    return key === path || key.startsWith(`${path}.`) ? [{ [key]: content }] : [];
  });
}

function fits(element: unknown, path: string, conditions: Condition[]): boolean {
  const alone = path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), [element]);
  return isPlainObject(alone) && conditions.every((condition) => new Query(condition, MINGO).test(alone));
}

const cannotCreate = (field: string | undefined, holderName: string, holder: unknown) =>
  writeRefused(`Cannot create field '${field}' in element {${holderName}: ${JSON.stringify(holder)}}`);
