/** Calls functions: finds the function, an instance for it, gives it its caller, and records what came of it. */
import { randomUUID } from 'node:crypto';
import type { FunctionInstance, FunctionSummary } from '../contract';
import type { Journal } from '../journal/journal';
import { refuseDeepJson } from '../refusal/jsonDepth';
import type { Clock } from '../state/clock';
import type { Catalogue, CatalogueEntry } from './catalogue';
import { type Caller, callEnvironment, instanceEnvironment } from './environment';
import { type InstanceAnswer, START_LIMIT_MS, startInstance } from './instance';
import {
  type CallFailure,
  type CallOutcome,
  eventTooLarge,
  executeFailed,
  MAX_EVENT_BYTES,
  MAX_RESULT_BYTES,
  notFound,
  notLoaded,
  outOfMemory,
  resultTooLarge,
  timedOut,
} from './outcome';
import { createPool, type Pool, type Pooled } from './pool';
import type { InvocationContext } from './protocol';
import { createCallRecorder } from './record';

/** The call that an instance is serving, as the gateway needs to know it. */
export interface CallInProgress {
  functionName: string;
  requestId: string;
  caller: Caller;
  /** What the SDK sends as wxCloudApiToken in this call. */
  apiToken: string;
  openapi: string[];
}

export interface Invoker {
  /** Never rejects: what goes wrong is in the outcome. */
  invoke(name: string, event: unknown, caller: Caller): Promise<CallOutcome>;
  /** The call that the instance with this session token is serving, or served last. */
  callOf(sessionToken: string): CallInProgress | undefined;
  /** The processes of this function, and the calls that wait for one. */
  instancesOf(name: string): Pick<FunctionSummary, 'instances' | 'waiting'>;
  /** Stops all instances and resolves when every call under way has been recorded; a later call starts new ones. */
  stop(): Promise<void>;
}

export interface InstanceLimits {
  /** Instances of one function at a time; a call beyond them waits. Default 8: a laptop is not a cloud. */
  limit?: number;
  /** An instance without a call for this long, by this machine's clock, is stopped. Default 60,000 ms. */
  idleMs?: number;
}

export interface InvokerOptions {
  catalogue: Catalogue;
  journal: Journal;
  clock: Clock;
  envId: string;
  region: string;
  gatewayUrl(): string;
  appid(): string;
  instances?: InstanceLimits;
}

export function createInvoker(options: InvokerOptions): Invoker {
  const { catalogue, journal, clock, envId, region, gatewayUrl, appid } = options;
  const { limit = 8, idleMs = 60_000 } = options.instances ?? {};
  const recorder = createCallRecorder(journal, clock);
  const pools = new Map<string, Pool>();
  const calls = new Map<string, CallInProgress>();
  const underWay = new Set<Promise<CallOutcome>>();
  /** Changes with each stop; a call of an earlier round starts no instance any more. */
  let round = 0;

  const poolOf = (name: string, entry: CatalogueEntry): Pool => {
    const pool = pools.get(name);
    if (pool?.version === entry.version) return pool;
    void pool?.retire();
    const fresh = createPool({ version: entry.version, limit, idleMs, start: () => startPooled(entry) });
    pools.set(name, fresh);
    return fresh;
  };

  const startPooled = ({ folder, settings }: CatalogueEntry): Pooled => {
    const sessionToken = randomUUID();
    const identity = { envId, region, gatewayUrl: gatewayUrl(), sessionToken };
    const instance = startInstance({
      folder,
      handler: settings.handler,
      memorySize: settings.memorySize,
      environment: instanceEnvironment(settings, identity),
      onLog: (requestId, level, text) => recorder.log(settings.name, requestId, level, text),
    });
    void instance.ended.then(() => calls.delete(sessionToken));
    return { instance, sessionToken, startedTick: performance.now(), calls: 0 };
  };

  const serve = async (
    name: string,
    event: unknown,
    caller: Caller,
    requestId: string,
  ): Promise<CallOutcome> => {
    const fail = (failure: CallFailure): CallOutcome => ({ ok: false, requestId, failure });
    const text = JSON.stringify(event ?? {});
    const bytes = Buffer.byteLength(text);
    if (bytes > MAX_EVENT_BYTES) return fail(eventTooLarge(bytes));
    const ownRound = round;
    const entry = await catalogue.find(name);
    if (ownRound !== round) return fail(executeFailed('The function instances were stopped'));
    if (entry === undefined) return fail(notFound(name));
    const { settings, openapi } = entry;
    const pool = poolOf(name, entry);
    const pooled = await pool.take();
    pooled.calls += 1;
    const apiToken = randomUUID();
    calls.set(pooled.sessionToken, { functionName: name, requestId, caller, apiToken, openapi });
    const answer = await pooled.instance.call(
      {
        requestId,
        event: text,
        context: invocationContext(entry, requestId, envId),
        environment: callEnvironment(caller, appid(), apiToken),
        aheadMs: clock.reading().aheadMs,
        memoryLimit: settings.memorySize * 1024 * 1024,
        resultLimit: MAX_RESULT_BYTES,
      },
      settings.timeout * 1000,
    );
    pool.giveBack(pooled);
    if (answer.kind !== 'result') return fail(failureOf(answer, entry));
    refuseDeepJson(answer.result);
    return { ok: true, requestId, result: answer.result };
  };

  const serveAndRecord = async (name: string, event: unknown, caller: Caller): Promise<CallOutcome> => {
    const requestId = randomUUID();
    const startedAt = clock.now();
    const startedTick = performance.now();
    recorder.begin({ name, caller }, requestId, startedAt);
    const outcome = await serve(name, event, caller, requestId).catch(
      (error: Error): CallOutcome => ({ ok: false, requestId, failure: executeFailed(error.message) }),
    );
    if (!outcome.ok && outcome.failure.code !== 'FUNCTION_NOT_FOUND') {
      recorder.log(name, requestId, 'error', outcome.failure.message);
    }
    recorder.call({ name, event, caller, outcome }, startedAt, startedTick);
    return outcome;
  };

  return {
    async invoke(name, event, caller) {
      const call = serveAndRecord(name, event, caller);
      underWay.add(call);
      try {
        return await call;
      } finally {
        underWay.delete(call);
      }
    },
    callOf: (sessionToken) => calls.get(sessionToken),
    instancesOf(name) {
      const { busy, idle, waiting } = pools.get(name)?.reading() ?? NO_INSTANCES;
      const read = (state: FunctionInstance['state']) => (pooled: Pooled) => ({
        state,
        ageMs: performance.now() - pooled.startedTick,
        calls: pooled.calls,
        ...requestIdOf(calls.get(pooled.sessionToken)),
      });
      return { instances: [...busy.map(read('busy')), ...idle.map(read('idle'))], waiting };
    },
    async stop() {
      round++;
      const stopped = [...pools.values()];
      pools.clear();
      calls.clear();
      await Promise.all(stopped.map((pool) => pool.stop()));
      await Promise.allSettled(underWay);
    },
  };
}

const NO_INSTANCES: ReturnType<Pool['reading']> = { busy: [], idle: [], waiting: 0 };

const requestIdOf = (call: CallInProgress | undefined) => (call ? { requestId: call.requestId } : {});

function failureOf(answer: Exclude<InstanceAnswer, { kind: 'result' }>, { settings }: CatalogueEntry) {
  switch (answer.kind) {
    case 'resultTooLarge':
      return resultTooLarge(answer.bytes);
    case 'thrown':
      return executeFailed(answer.message);
    case 'overMemory':
      return outOfMemory(settings.memorySize);
    case 'exited':
      return executeFailed(`The function's process ended: ${answer.message}`);
    case 'timedOut':
      return timedOut(settings.timeout);
    case 'notLoaded':
      return notLoaded(START_LIMIT_MS / 1000);
  }
}

const invocationContext = (
  { settings }: CatalogueEntry,
  requestId: string,
  envId: string,
): InvocationContext => ({
  callbackWaitsForEmptyEventLoop: true,
  memory_limit_in_mb: settings.memorySize,
  time_limit_in_ms: settings.timeout * 1000,
  request_id: requestId,
  environ: '',
  function_version: '$LATEST',
  function_name: settings.name,
  namespace: envId,
});
