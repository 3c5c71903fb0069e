/** The fields of a request to the gateway, from JSON or from the form that a cloud call is sent as. */
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { isForm, readForm } from '../http/form';
import { GatewayError } from './gatewayError';

export type Fields = Record<string, unknown>;

/**
 * @throws {GatewayError} INVALID_PARAM when the body is neither
 * @throws {Refusal} when the form cannot be read
 */
export async function readFields(request: FastifyRequest): Promise<Fields> {
  if (!isForm(request)) return take(v.record(v.string(), v.unknown()), request.body);
  const parts = await readForm(request);
  return Object.fromEntries(parts.map(({ name, value }) => [name, value]));
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
