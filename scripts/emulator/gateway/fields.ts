/** The fields of a request to the gateway, from JSON or from the form that a cloud call is sent as. */
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { GatewayError } from './gatewayError';

export type Fields = Record<string, unknown>;

/** @throws {GatewayError} INVALID_PARAM when the body is neither */
export async function readFields(request: FastifyRequest): Promise<Fields> {
  return request.isMultipart() ? readForm(request) : take(v.record(v.string(), v.unknown()), request.body);
}

async function readForm(request: FastifyRequest): Promise<Fields> {
  const fields: [string, unknown][] = [];
  try {
    for await (const part of request.parts()) {
      fields.push([part.fieldname, part.type === 'file' ? await part.toBuffer() : part.value]);
    }
  } catch (error) {
    // The parser throws for a missing boundary, for a form that ends too soon, and for one beyond its limits.
    throw new GatewayError('INVALID_PARAM', `The form cannot be read: ${(error as Error).message}`);
  }
  return Object.fromEntries(fields);
}

/** @throws {GatewayError} INVALID_PARAM, naming the first field that does not fit */
export function take<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  fields: unknown,
): v.InferOutput<TSchema> {
  const parsed = v.safeParse(schema, fields, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new GatewayError('INVALID_PARAM', `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}
