/**
 * Does again what the journal has: a push with the same packet, a function call with the same event and caller. Either
 * may be given another one in its place.
 */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { CallRecord, CallResult, PushRecord } from '../../contract';
import type { Invoker } from '../../instances/invoker';
import type { Journal } from '../../journal/journal';
import { parse } from '../../refusal/parse';
import { Refusal } from '../../refusal/refusal';
import type { WeChat } from '../../wechat/wechat';
import { refuseFailure } from '../callFailure';

/** As many as the journal keeps. */
const ALL = 2_000;

type ById = { Params: { id: string } };

const JsonObject = v.record(v.string(), v.unknown());
const EditedPush = v.optional(v.strictObject({ packet: v.optional(JsonObject) }), {});
const EditedCall = v.optional(v.strictObject({ event: v.optional(JsonObject) }), {});

export function registerReplay(
  app: FastifyInstance,
  journal: Journal,
  wechat: WeChat,
  invoker: Invoker,
): void {
  app.post<ById>('/emulator/pushes/:id/replay', async (request): Promise<PushRecord> => {
    const push = wanted(journal.pushes(ALL), request.params.id);
    const { packet = push.packet } = parse(EditedPush, request.body ?? undefined);
    return wechat.push.repeat({ ...push, packet });
  });

  app.post<ById>('/emulator/calls/:id/replay', async (request): Promise<Omit<CallResult, 'errMsg'>> => {
    const call = wanted(journal.calls(ALL), request.params.id);
    const { event } = parse(EditedCall, request.body ?? undefined);
    const outcome = await invoker.invoke(call.name, eventOf(call, event), callerOf(call, wechat));
    if (!outcome.ok) throw refuseFailure(outcome.failure, outcome.requestId);
    return { result: JSON.parse(outcome.result), requestID: outcome.requestId };
  });
}

/** @throws {Refusal} 404 NO_SUCH_RECORD */
function wanted<T extends { id: string }>(records: T[], id: string): T {
  const found = records.find((record) => record.id === id);
  if (found !== undefined) return found;
  throw new Refusal(404, 'NO_SUCH_RECORD', `The journal has no record ${id.slice(0, 20)} any more`);
}

/** @param edited in the place of the one that it had. @throws {Refusal} 409 NOT_REPLAYABLE */
function eventOf({ kind, request }: CallRecord, edited?: object): unknown {
  if (kind !== 'function') {
    throw new Refusal(
      409,
      'NOT_REPLAYABLE',
      "WeChat's APIs are called by functions: replay the function's call",
    );
  }
  if (edited !== undefined) return withNumbers(edited);
  if (typeof request !== 'object') {
    throw new Refusal(
      409,
      'NOT_REPLAYABLE',
      'The journal keeps the beginning of this event only: it is too long',
    );
  }
  return withNumbers(request);
}

/** The numbers as the function got them: JavaScript's. */
function withNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNumbers);
  if (typeof value !== 'object' || value === null) return value;
  if ('$numberLong' in value) return Number(value.$numberLong);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withNumbers(field)]));
}

function callerOf({ openid, source }: CallRecord, { users }: WeChat) {
  if (openid === undefined) return { source };
  const { unionid } = users.require(openid);
  return { openid, ...(unionid !== undefined && { unionid }), source };
}
