/** Parses what came over HTTP with a schema; what does not fit is refused with the place. */
import * as v from 'valibot';
import { Refusal } from './refusal';

/** @throws {Refusal} 400 INVALID_REQUEST, naming the first field that does not fit */
export function parse<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  input: unknown,
): v.InferOutput<TSchema> {
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue);
  throw new Refusal(400, 'INVALID_REQUEST', place === null ? issue.message : `${place}: ${issue.message}`);
}
