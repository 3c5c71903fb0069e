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
import { type Projection, sliceArrays, toProjection } from './projection';
import { withRegExps } from './regExp';

export interface FindOptions {
  /** 1 ascending, -1 descending, in the order of the keys. */
  order?: Record<string, 1 | -1>;
  skip?: number;
  limit?: number;
  projection?: Projection;
}

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/read.html: in a cloud function. */
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1_000;

/** @throws {GatewayError} INVALID_PARAM */
export function toFindOptions(request: {
  order?: string | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
  projection?: string | undefined;
}): FindOptions {
  return {
    skip: request.offset ?? 0,
    limit: Math.min(request.limit || DEFAULT_LIMIT, MAX_LIMIT),
    ...(request.order !== undefined && { order: toOrder(parseEjson(request.order, 'order')) }),
    ...(request.projection !== undefined && {
      projection: toProjection(parseEjson(request.projection, 'projection')),
    }),
  };
}

function toOrder(order: unknown): Record<string, 1 | -1> {
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
  const cursor = new Query(condition, MINGO).find<Record<string, unknown>>(
    nearestFirst(candidates(documents, collection, condition), condition),
    projection?.fields,
  );
  if (order !== undefined) cursor.sort(order);
  if (skip !== undefined) cursor.skip(skip);
  if (limit !== undefined) cursor.limit(limit);
  return cursor.all().map((document) => sliceArrays(document, projection));
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
