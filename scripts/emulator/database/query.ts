/** Finding documents: `where`, `orderBy`, `skip`, `limit` and `field`, in MongoDB's query language. */
import { Query } from 'mingo/query';
import * as v from 'valibot';
import { compareBson } from './bsonOrder';
import type { Document, Documents } from './documents';
import { parseEjson } from './ejson';
import { invalidParam } from './errors';
import { distanceBetween, nearnessOf, pointAt } from './geography';
import { type Condition, MINGO } from './mingo';
import { isPlainObject } from './plainObject';
import { type Projection, project, toProjection } from './projection';
import { withRegExps } from './regExp';
import type { getDocument } from './requests';
import { type Order, sorted } from './sorting';

export interface FindOptions {
  order: Order;
  skip: number;
  limit: number;
  projection: Projection | undefined;
}

/** How many documents one question gives. */
export interface FindLimit {
  /** Where it asks for no number. */
  usual: number;
  /** However many it asks for. */
  most: number;
}

/** @throws {GatewayError} INVALID_PARAM */
export function toFindOptions(
  request: v.InferOutput<typeof getDocument>,
  { usual, most }: FindLimit,
): FindOptions {
  const { order = '{}', offset = 0, limit, projection } = request;
  return {
    order: toOrder(parseEjson(order, 'order')),
    skip: offset,
    limit: Math.min(limit || usual, most),
    projection: projection === undefined ? undefined : toProjection(parseEjson(projection, 'projection')),
  };
}

function toOrder(order: unknown): Order {
  const parsed = v.safeParse(v.record(v.string(), v.picklist([1, -1])), order);
  if (!parsed.success) throw invalidParam('param.order: each field must be 1 or -1');
  return parsed.output;
}

/** The documents that fit, sorted, cut and projected. */
export function find(
  documents: Documents,
  collection: string,
  condition: Condition,
  { order, skip, limit, projection }: FindOptions,
): Record<string, unknown>[] {
  const isWholeCollection = Object.keys(condition).length === 0 && Object.keys(order).length === 0;
  const matching = isWholeCollection
    ? documents.all(collection, skip + limit)
    : nearestFirst(match(documents, collection, condition), condition);
  const page = sorted(matching, order).slice(skip, skip + limit);
  return projection === undefined ? page : project(page, condition, projection);
}

/** The documents that fit, whole, in the order in which they were first written. */
export function match(documents: Documents, collection: string, condition: Condition): Document[] {
  const query = new Query(condition, MINGO);
  return candidates(documents, collection, condition).filter((document) => query.test(document));
}

/** A condition on `_id` is answered by the key, one on an indexed field by the index. */
function candidates(documents: Documents, collection: string, condition: Condition): Document[] {
  const ids = idsNamed(condition._id);
  if (ids !== undefined) {
    return ids.map((id) => documents.get(collection, id)).filter((document) => document !== undefined);
  }
  for (const [field, value] of equalities(condition)) {
    const found = documents.withValue(collection, field, value);
    if (found !== undefined) return found;
  }
  return documents.all(collection);
}

/** `geoNear` orders what it finds by distance, unless the query has an order of its own. */
function nearestFirst(documents: Document[], condition: Condition): Document[] {
  const nearness = nearnessOf(condition);
  if (nearness === undefined) return documents;
  const distanceOf = (document: Document) => {
    const place = pointAt(document, nearness.field, '$nearSphere');
    return place === undefined ? Number.POSITIVE_INFINITY : distanceBetween(place, nearness.to);
  };
  const measured = documents.map((document) => ({ document, distance: distanceOf(document) }));
  return measured.sort((a, b) => a.distance - b.distance).map(({ document }) => document);
}

/** In the order of MongoDB's index on `_id`. */
function idsNamed(id: unknown): unknown[] | undefined {
  if (isId(id)) return [id];
  if (!isPlainObject(id)) return undefined;
  if (isId(id.$eq)) return [id.$eq];
  if (Array.isArray(id.$in) && id.$in.every(isId)) return [...new Set(id.$in)].sort(compareBson);
  return undefined;
}

const isId = (id: unknown) => typeof id === 'string' || typeof id === 'number';

/** The fields that must equal a value, also those that `and` holds. */
function equalities(condition: Condition): [field: string, value: unknown][] {
  return Object.entries(condition).flatMap<[string, unknown]>(([field, content]) => {
    if (field === '$and' && Array.isArray(content)) return content.filter(isPlainObject).flatMap(equalities);
    return [[field, isPlainObject(content) && '$eq' in content ? content.$eq : content]];
  });
}

/** A condition as mingo takes it: regular expressions are JavaScript's. */
export function toCondition(value: unknown): Condition {
  const condition = withRegExps(value);
  if (!isPlainObject(condition)) throw invalidParam('param.query must be an object');
  return condition;
}
