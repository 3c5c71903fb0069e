/** Finding documents: `where`, `orderBy`, `skip`, `limit` and `field`, in MongoDB's query language. */
import { BSONRegExp, ObjectId } from 'bson';
import { Query } from 'mingo';
import type { Options } from 'mingo/types';
import * as v from 'valibot';
import type { Document, Documents } from './documents';
import { parseEjson } from './ejson';
import { invalidParam } from './errors';
import { isPlainObject } from './serverDate';

/** No condition, pipeline or update runs code: `$where`, `$function` and `$accumulator` are refused. */
export const MINGO: Partial<Options> = { scriptEnabled: false };

export type Condition = Record<string, unknown>;

export interface FindOptions {
  /** 1 ascending, -1 descending, in the order of the keys. */
  order?: Record<string, 1 | -1>;
  skip?: number;
  limit?: number;
  projection?: Record<string, unknown>;
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
    ...(request.projection !== undefined && { projection: toProjection(request.projection) }),
  };
}

function toOrder(order: unknown): Record<string, 1 | -1> {
  const parsed = v.safeParse(v.record(v.string(), v.picklist([1, -1])), order);
  if (!parsed.success) throw invalidParam('param.order: each field must be 1 or -1');
  return parsed.output;
}

function toProjection(text: string): Record<string, unknown> {
  const projection = withRegExps(parseEjson(text, 'projection'));
  if (!isPlainObject(projection)) throw invalidParam('param.projection must be an object');
  return projection;
}

/** The documents that fit, sorted, cut and projected. */
export function find(
  documents: Documents,
  collection: string,
  condition: Condition,
  { order, skip, limit, projection }: FindOptions,
): Record<string, unknown>[] {
  const cursor = new Query(condition, MINGO).find<Record<string, unknown>>(
    candidates(documents, collection, condition),
    projection,
  );
  if (order !== undefined) cursor.sort(order);
  if (skip !== undefined) cursor.skip(skip);
  if (limit !== undefined) cursor.limit(limit);
  return cursor.all();
}

/** The documents that fit, whole, in the order in which they were first written. */
export function match(documents: Documents, collection: string, condition: Condition): Document[] {
  const query = new Query(condition, MINGO);
  return candidates(documents, collection, condition).filter((document) => query.test(document));
}

/** A condition on `_id` is answered by the key, not by reading the collection. */
function candidates(documents: Documents, collection: string, condition: Condition): Document[] {
  const ids = idsNamed(condition._id);
  if (ids === undefined) return documents.all(collection);
  return ids.map((id) => documents.get(collection, id)).filter((document) => document !== undefined);
}

function idsNamed(id: unknown): unknown[] | undefined {
  if (isId(id)) return [id];
  if (!isPlainObject(id)) return undefined;
  if (isId(id.$eq)) return [id.$eq];
  return undefined;
}

const isId = (id: unknown) => typeof id === 'string' || typeof id === 'number' || id instanceof ObjectId;

/** A condition as mingo takes it: regular expressions are JavaScript's. */
export function toCondition(value: unknown): Condition {
  const condition = withRegExps(value);
  if (!isPlainObject(condition)) throw invalidParam('param.query must be an object');
  return condition;
}

export function withRegExps(value: unknown): unknown {
  if (value instanceof BSONRegExp) return toRegExp(value.pattern, value.options);
  if (Array.isArray(value)) return value.map(withRegExps);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, withRegExps(content)]));
}

function toRegExp(pattern: string, options: string): RegExp {
  const unknown = options.replace(/[imsguy]/g, '');
  if (unknown !== '')
    throw invalidParam(`regular expression option not supported by the emulator: ${unknown}`);
  // g, u and y change where a search goes on, not whether a text fits.
  return new RegExp(pattern, options.replace(/[guy]/g, ''));
}
