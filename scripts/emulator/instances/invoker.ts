/** Calls functions: finds the function, an instance for it, gives it its caller, and records what came of it. */
import { randomUUID } from 'node:crypto';
import type { LogRecord } from '../contract';
import type { Journal } from '../journal/journal';
import type { Clock } from '../state/clock';
import type { Catalogue, CatalogueEntry } from './catalogue';
import { type Caller, callEnvironment, instanceEnvironment } from './environment';
import { type InstanceAnswer, startInstance } from './instance';
import { createPool, type Pool, type Pooled } from './pool';
import type { InvocationContext } from './protocol';

/** A failure of a call, as CloudBase names it. */
export interface CallFailure {
  code: 'FUNCTION_NOT_FOUND' | 'FUNCTIONS_EXECUTE_FAIL' | 'FUNCTIONS_TIME_LIMIT_EXCEEDED';
  errCode: number;
  message: string;
}

export type CallOutcome =
  /** `result` is JSON text. */
  { ok: true; requestId: string; result: string } | { ok: false; requestId: string; failure: CallFailure };

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
  /** Stops all instances; a later call starts new ones. */
  stop(): Promise<void>;
}

export interface InvokerOptions {
  catalogue: Catalogue;
  journal: Journal;
  clock: Clock;
  envId: string;
  region: string;
  gatewayUrl(): string;
  appid(): string;
}

export function createInvoker(options: InvokerOptions): Invoker {
  const { catalogue, journal, clock } = options;
  const pools = new Map<string, Pool>();
  const calls = new Map<string, CallInProgress>();

  const poolOf = (name: string, entry: CatalogueEntry): Pool => {
    const pool = pools.get(name);
    if (pool?.version === entry.version) return pool;
    void pool?.retire();
    const fresh = createPool(entry.version, () => startPooled(entry));
    pools.set(name, fresh);
    return fresh;
  };

  const startPooled = ({ folder, settings }: CatalogueEntry): Pooled => {
    const sessionToken = randomUUID();
    const { envId, region } = options;
    const instance = startInstance({
      folder,
      handler: settings.handler,
      memorySize: settings.memorySize,
      environment: instanceEnvironment(settings, {
        envId,
        region,
        gatewayUrl: options.gatewayUrl(),
        sessionToken,
      }),
      onLog: (requestId, level, text) => recordLog(settings.name, requestId, level, text),
    });
    return { instance, sessionToken };
  };

  const recordLog = (functionName: string, requestId: string, level: LogRecord['level'], text: string) =>
    journal.recordLog({
      id: journal.nextId(),
      functionName,
      requestId,
      level,
      text: text.trimEnd(),
      at: clock.now(),
    });

  const serve = async (
    name: string,
    event: unknown,
    caller: Caller,
    requestId: string,
  ): Promise<CallOutcome> => {
    const entry = catalogue.find(name);
    if (entry === undefined) return notFound(requestId, name);
    const pool = poolOf(name, entry);
    const pooled = await pool.take();
    const apiToken = randomUUID();
    calls.set(pooled.sessionToken, {
      functionName: name,
      requestId,
      caller,
      apiToken,
      openapi: entry.openapi,
    });
    const answer = await pooled.instance.call(
      {
        requestId,
        event: JSON.stringify(event ?? {}),
        context: invocationContext(entry, requestId, options.envId),
        environment: callEnvironment(caller, options.appid(), apiToken),
        aheadMs: clock.reading().aheadMs,
      },
      entry.settings.timeout * 1000,
    );
    if (pooled.instance.gone) calls.delete(pooled.sessionToken);
    pool.giveBack(pooled);
    return outcomeOf(answer, requestId, entry.settings.timeout);
  };

  return {
    async invoke(name, event, caller) {
      const requestId = randomUUID();
      const startedAt = clock.now();
      const startedTick = performance.now();
      const outcome = await serve(name, event, caller, requestId).catch((error: Error) =>
        executeFailed(requestId, error.message),
      );
      if (!outcome.ok && outcome.failure.code !== 'FUNCTION_NOT_FOUND') {
        recordLog(name, requestId, 'error', outcome.failure.message);
      }
      journal.recordCall({
        id: journal.nextId(),
        kind: 'function',
        name,
        requestId,
        ...(caller.openid !== undefined && { openid: caller.openid }),
        source: caller.source,
        request: event,
        ...(outcome.ok ? { response: JSON.parse(outcome.result) } : { error: outcome.failure }),
        startedAt,
        durationMs: performance.now() - startedTick,
      });
      return outcome;
    },
    callOf: (sessionToken) => calls.get(sessionToken),
    async stop() {
      const stopped = [...pools.values()];
      pools.clear();
      calls.clear();
      await Promise.all(stopped.map((pool) => pool.stop()));
    },
  };
}

function outcomeOf(answer: InstanceAnswer, requestId: string, timeoutSeconds: number): CallOutcome {
  switch (answer.kind) {
    case 'result':
      return { ok: true, requestId, result: answer.result };
    case 'thrown':
      return executeFailed(requestId, answer.message);
    case 'exited':
      return executeFailed(requestId, `The function's process ended: ${answer.message}`);
    case 'timedOut':
      return {
        ok: false,
        requestId,
        failure: {
          code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
          errCode: -504003,
          message: `Invoking task timed out after ${timeoutSeconds} seconds`,
        },
      };
  }
}

const notFound = (requestId: string, name: string): CallOutcome => ({
  ok: false,
  requestId,
  failure: {
    code: 'FUNCTION_NOT_FOUND',
    errCode: -501000,
    message: `FunctionName parameter could not be found: there is no function ${JSON.stringify(name)}`,
  },
});

const executeFailed = (requestId: string, message: string): CallOutcome => ({
  ok: false,
  requestId,
  failure: { code: 'FUNCTIONS_EXECUTE_FAIL', errCode: -504002, message },
});

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
