/**
 * Geographical conditions on points: near, within and intersects. mingo has none.
 *
 * Distances are on a sphere. The edges of a polygon are taken as straight lines of longitude and latitude, where
 * MongoDB follows the sphere: two metres apart on an edge of 10 km, growing with the square of its length. Stored
 * lines and polygons are refused, but for a point in a stored polygon. Unlike the cloud it needs no index.
 */
import { resolve } from 'mingo/util';
import * as v from 'valibot';
import { invalidParam, operatorUnsupported } from './errors';
import { isPlainObject } from './plainObject';

/** Longitude and latitude in degrees. */
export type Position = [longitude: number, latitude: number];

/** MongoDB's own radius of the earth, in metres: it turns metres into radians with it. */
const EARTH_RADIUS_METRES = 6_378_100;

const position = v.pipe(v.array(v.number()), v.minLength(2));
const ring = v.array(position);
const area = v.variant('type', [
  v.object({ type: v.literal('Polygon'), coordinates: v.array(ring) }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(ring)) }),
]);
const point = v.object({ type: v.literal('Point'), coordinates: position });

const near = v.object({
  $geometry: point,
  // Inside `and` the SDK sends null for what was left out.
  $maxDistance: v.nullish(v.number()),
  $minDistance: v.nullish(v.number()),
});
const within = v.union([
  v.object({ $geometry: area }),
  v.object({ $centerSphere: v.strictTuple([position, v.number()]) }),
]);
const intersects = v.object({ $geometry: v.union([area, point]) });

type Predicate = (document: Record<string, unknown>) => boolean;
type QueryOperator = (field: string, operand: unknown) => Predicate;

export const GEOGRAPHY: Record<string, QueryOperator> = {
  $nearSphere: (field, operand) => {
    const { $geometry, $maxDistance, $minDistance } = demand(near, operand, '$nearSphere');
    const to = positionOf($geometry.coordinates);
    return (document) => {
      const place = pointAt(document, field, '$nearSphere');
      if (place === undefined) return false;
      const distance = distanceBetween(place, to);
      return distance >= ($minDistance ?? 0) && distance <= ($maxDistance ?? Number.POSITIVE_INFINITY);
    };
  },

  $geoWithin: (field, operand) => {
    const shape = demand(within, operand, '$geoWithin');
    return (document) => {
      const place = pointAt(document, field, '$geoWithin');
      if (place === undefined) return false;
      if ('$geometry' in shape) return isInArea(place, shape.$geometry);
      const [centre, radians] = shape.$centerSphere;
      return distanceBetween(place, positionOf(centre)) <= radians * EARTH_RADIUS_METRES;
    };
  },

  $geoIntersects: (field, operand) => {
    const { $geometry } = demand(intersects, operand, '$geoIntersects');
    return (document) => {
      const value = resolve(document, field);
      if ($geometry.type === 'Point') {
        const wanted = positionOf($geometry.coordinates);
        if (v.is(area, value)) return isInArea(wanted, value);
        const place = pointAt(document, field, '$geoIntersects');
        return place !== undefined && distanceBetween(place, wanted) === 0;
      }
      const place = pointAt(document, field, '$geoIntersects');
      return place !== undefined && isInArea(place, $geometry);
    };
  },
};

/** The field that a condition orders by nearness, also within `and`, and the point that it is near to. */
export function nearnessOf(condition: Record<string, unknown>): { field: string; to: Position } | undefined {
  for (const [field, content] of Object.entries(condition)) {
    if (field === '$and' && Array.isArray(content)) {
      const found = content
        .filter(isPlainObject)
        .map(nearnessOf)
        .find((nearness) => nearness !== undefined);
      if (found !== undefined) return found;
    }
    if (!isPlainObject(content) || !('$nearSphere' in content)) continue;
    const { $geometry } = demand(near, content.$nearSphere, '$nearSphere');
    return { field, to: positionOf($geometry.coordinates) };
  }
  return undefined;
}

export const isPoint = (value: unknown): boolean => v.is(point, value);

/** @throws {GatewayError} INVALID_PARAM */
export const demandPoint = (value: unknown, operator: string): Position =>
  positionOf(demand(point, value, operator).coordinates);

/**
 * The point in the field; undefined when there is nothing geographical.
 * @throws {GatewayError} DATABASE_INVALID_OPERRATOR for a line or an area
 */
export function pointAt(
  document: Record<string, unknown>,
  field: string,
  operator: string,
): Position | undefined {
  const value = resolve(document, field);
  if (v.is(point, value)) return positionOf(value.coordinates);
  if (isPlainObject(value) && 'coordinates' in value) {
    throw operatorUnsupported(`not supported by the emulator: ${operator} on a ${String(value.type)}`);
  }
  return undefined;
}

/** In metres, along the sphere. */
export function distanceBetween(
  [longitudeA, latitudeA]: Position,
  [longitudeB, latitudeB]: Position,
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const latitude = Math.sin(radians(latitudeB - latitudeA) / 2) ** 2;
  const longitude = Math.sin(radians(longitudeB - longitudeA) / 2) ** 2;
  const h = latitude + Math.cos(radians(latitudeA)) * Math.cos(radians(latitudeB)) * longitude;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

function isInArea(place: Position, { type, coordinates }: v.InferOutput<typeof area>): boolean {
  if (type === 'Polygon') return isInPolygon(place, coordinates);
  return coordinates.some((rings) => isInPolygon(place, rings));
}

/** The first ring is the outside, the others are holes. */
function isInPolygon(place: Position, [outside, ...holes]: number[][][]): boolean {
  return outside !== undefined && isInRing(place, outside) && !holes.some((hole) => isInRing(place, hole));
}

/** Counts the edges that a line to the east crosses. */
function isInRing([x, y]: Position, points: number[][]): boolean {
  return points.reduce((inside, to, index) => {
    const [x1, y1] = positionOf(points.at(index - 1) ?? to);
    const [x2, y2] = positionOf(to);
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !inside : inside;
  }, false);
}

const positionOf = ([longitude = 0, latitude = 0]: number[]): Position => [longitude, latitude];

function demand<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  operand: unknown,
  operator: string,
): v.InferOutput<TSchema> {
  const parsed = v.safeParse(schema, operand);
  if (parsed.success) return parsed.output;
  throw invalidParam(`${operator}: ${parsed.issues[0].message}`);
}
