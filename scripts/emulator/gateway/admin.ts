/** `POST /admin`: the CloudBase admin protocol that wx-server-sdk speaks, one action a request. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { DocumentDatabase } from '../database/database';
import type { Faults } from '../faults/faults';
import { actWithFaults, ReplyWithheld } from '../faults/reply';
import { throughFunction } from '../instances/environment';
import type { CallInProgress, Invoker } from '../instances/invoker';
import { refuseDeepJson } from '../refusal/jsonDepth';
import { Refusal } from '../refusal/refusal';
import type { FileStorage } from '../storage/storage';
import { type Fields, readFields, take } from './fields';
import { GatewayError } from './gatewayError';
import { answerOpenApi, type OpenApiDependencies } from './openApi';

export interface AdminDependencies extends OpenApiDependencies {
  database: DocumentDatabase;
  storage: FileStorage;
  invoker: Invoker;
  faults: Faults;
}

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
      const answer = await actWithFaults(dependencies.faults, action, () =>
        answerJson(dependencies, action, fields, call),
      );
      return { requestId, ...answer };
    } catch (error) {
      if (error instanceof ReplyWithheld) throw error;
      const { code, message } = refusalOf(error);
      // The SDK tells a refusal from WeChat's answer by exactly this content type.
      return reply.type('application/json; charset=utf-8').send({ code, message, requestId });
    }
  });
}

async function answerJson(
  { database, storage, invoker }: AdminDependencies,
  action: string,
  fields: Fields,
  call: CallInProgress | undefined,
): Promise<Fields> {
  if (action.startsWith('database.')) return database.handle(action, fields);
  if (action.startsWith('storage.')) return storage.handle(action, fields);
  if (action === 'functions.invokeFunction') return invokeFunction(invoker, take(Invocation, fields), call);
  throw new GatewayError('INVALID_PARAM', `The emulator has no action ${action}`);
}

async function invokeFunction(
  invoker: Invoker,
  { function_name, request_data }: v.InferOutput<typeof Invocation>,
  call: CallInProgress | undefined,
): Promise<Fields> {
  const outcome = await invoker.invoke(function_name, parseEvent(request_data), {
    ...throughFunction(call?.caller),
    ...(call && { calledIn: call.requestId }),
  });
  if (!outcome.ok) throw new GatewayError(outcome.failure.code, outcome.failure.message);
  return { data: { response_data: outcome.result } };
}

function parseEvent(text: string): unknown {
  if (text === '') return {};
  refuseDeepJson(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new GatewayError('INVALID_PARAM', 'request_data is not JSON');
  }
}

/** CloudBase's word for what nobody foresaw is SYS_ERR; the developer sees what it was. */
function refusalOf(error: unknown): { code: string; message: string } {
  if (error instanceof GatewayError) return error;
  if (error instanceof Refusal) return { code: 'INVALID_PARAM', message: error.message };
  console.error(error);
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
}
