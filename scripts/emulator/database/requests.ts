/** The bodies that `@cloudbase/database` 1.4.3 posts, one schema an action. Other fields are the gateway's. */
import * as v from 'valibot';
import { invalidParam } from './errors';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const collectionName = v.string();
const transactionId = v.optional(v.string());
/** `''` is what the SDK sends for a collection without a `where`. */
const query = v.optional(v.string(), '');

export const addCollection = v.object({ collectionName });

export const insertDocument = v.object({ collectionName, data: v.array(v.string()), transactionId });

export const getDocument = v.object({
  collectionName,
  query,
  order: v.optional(v.string()),
  offset: v.optional(count),
  limit: v.optional(count),
  projection: v.optional(v.string()),
  transactionId,
});

export const modifyDocument = v.object({
  collectionName,
  query,
  data: v.string(),
  multi: v.boolean(),
  merge: v.boolean(),
  upsert: v.boolean(),
  transactionId,
});

export const modifyAndReturnDoc = v.object({ collectionName, query, data: v.string(), transactionId });

export const removeDocument = v.object({
  collectionName,
  query,
  multi: v.boolean(),
  transactionId,
});

export const calculateDocument = v.object({ collectionName, query });

export const aggregateDocuments = v.object({
  collectionName,
  stages: v.array(v.object({ stageKey: v.string(), stageValue: v.string() })),
});

export const endTransaction = v.object({ transactionId: v.string() });

/** @throws {GatewayError} INVALID_PARAM, naming the first field that does not fit */
export function parseRequest<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  body: Record<string, unknown>,
): v.InferOutput<TSchema> {
  const parsed = v.safeParse(schema, body, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw invalidParam(`param.${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}
