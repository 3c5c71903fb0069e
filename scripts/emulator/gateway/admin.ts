/** `POST /admin`: the CloudBase admin protocol that wx-server-sdk speaks, one action a request. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { DocumentDatabase } from '../database/database';
import type { CallInProgress, Invoker } from '../instances/invoker';
import { GatewayError } from './gatewayError';
import { answerOpenApi, type OpenApiDependencies } from './openApi';

export interface AdminDependencies extends OpenApiDependencies {
  database: DocumentDatabase;
  invoker: Invoker;
}

type Fields = Record<string, unknown>;

const Common = v.looseObject({ action: v.string(), sessionToken: v.optional(v.string(), '') });
const OpenApi = v.object({
  apiName: v.string(),
  requestData: v.instance(Buffer),
  wxCloudApiToken: v.optional(v.string(), ''),
});
const Invocation = v.object({ function_name: v.string(), request_data: v.optional(v.string(), '') });

export function registerAdmin(app: FastifyInstance, dependencies: AdminDependencies): void {
  app.post('/admin', async (request, reply) => {
    const requestId = randomUUID();
    try {
      const fields = await readFields(request);
      const { action, sessionToken } = take(Common, fields);
      const call = dependencies.invoker.callOf(sessionToken);
      if (action === 'wx.openApi') {
        const bytes = await answerOpenApi(dependencies, take(OpenApi, fields), call);
        return reply.type('application/octet-stream').send(Buffer.from(bytes));
      }
      return { requestId, ...(await answerJson(dependencies, action, fields, call)) };
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      // The SDK tells a refusal from WeChat's answer by exactly this content type.
      return reply
        .type('application/json; charset=utf-8')
        .send({ code: error.code, message: error.message, requestId });
    }
  });
}

async function answerJson(
  { database, invoker }: AdminDependencies,
  action: string,
  fields: Fields,
  call: CallInProgress | undefined,
): Promise<Fields> {
  if (action.startsWith('database.')) return database.handle(action, fields);
  if (action === 'functions.invokeFunction') return invokeFunction(invoker, take(Invocation, fields), call);
  throw new GatewayError('INVALID_PARAM', `The emulator has no action ${action}`);
}

async function invokeFunction(
  invoker: Invoker,
  { function_name, request_data }: v.InferOutput<typeof Invocation>,
  call: CallInProgress | undefined,
): Promise<Fields> {
  // The chain of callers grows by scf; the user at its start stays the same.
  const source = call === undefined ? 'scf' : `${call.caller.source},scf`;
  const caller = { ...call?.caller, source };
  const outcome = await invoker.invoke(function_name, parseEvent(request_data), caller);
  if (!outcome.ok) throw new GatewayError(outcome.failure.code, outcome.failure.message);
  return { data: { response_data: outcome.result } };
}

function parseEvent(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new GatewayError('INVALID_PARAM', 'request_data is not JSON');
  }
}

/** The body's fields, from JSON or from the form that a cloud call is sent as. */
async function readFields(request: FastifyRequest): Promise<Fields> {
  if (!request.isMultipart()) return take(v.record(v.string(), v.unknown()), request.body);
  const fields: Fields = {};
  for await (const part of request.parts()) {
    fields[part.fieldname] = part.type === 'file' ? await part.toBuffer() : part.value;
  }
  return fields;
}

function take<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  fields: unknown,
): v.InferOutput<TSchema> {
  const parsed = v.safeParse(schema, fields);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new GatewayError('INVALID_PARAM', `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}
