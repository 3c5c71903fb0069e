/** What the emulator and a function instance tell each other over the instance's IPC channel. */
import * as v from 'valibot';

/** One call. */
export interface ToInstance {
  requestId: string;
  /** The event, as JSON text. */
  event: string;
  /** The second argument of the handler. */
  context: InvocationContext;
  /** Environment variables of this call alone. */
  environment: Record<string, string>;
  /** How far the emulator's clock is ahead of this machine's. */
  aheadMs: number;
  /** Bytes that the function may hold. */
  memoryLimit: number;
  /** Bytes of JSON that the function may answer. */
  resultLimit: number;
}

/** https://cloud.tencent.com/document/product/583/11060, "context" */
export interface InvocationContext {
  callbackWaitsForEmptyEventLoop: boolean;
  memory_limit_in_mb: number;
  time_limit_in_ms: number;
  request_id: string;
  environ: string;
  function_version: string;
  function_name: string;
  namespace: string;
}

const ofCall = { requestId: v.string() };

export type FromInstance = v.InferOutput<typeof FromInstanceSchema>;

export const FromInstanceSchema = v.variant('type', [
  /** The function's code has run and its handler is about to: from here on the call's time counts. */
  v.object({ type: v.literal('loaded'), ...ofCall }),
  /** `result` is JSON text. */
  v.object({ type: v.literal('result'), ...ofCall, result: v.string() }),
  /** The result is longer than its limit, and was not sent. */
  v.object({ type: v.literal('resultTooLarge'), ...ofCall, bytes: v.number() }),
  v.object({ type: v.literal('error'), ...ofCall, message: v.string() }),
  /** The function holds too much memory; the process ends. */
  v.object({ type: v.literal('overMemory'), ...ofCall }),
  /** Nobody caught an exception, in a call or after it; the process ends. */
  v.object({ type: v.literal('crashed'), ...ofCall, message: v.string() }),
  /** `text` has no line break at its end, and may have others. */
  v.object({ type: v.literal('log'), ...ofCall, level: v.picklist(['info', 'error']), text: v.string() }),
]);
