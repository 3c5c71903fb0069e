/** What the emulator and a function instance tell each other over the instance's IPC channel. */

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

export type FromInstance =
  /** The process is up; the function itself is loaded by its first call. */
  | { type: 'ready' }
  /** `result` is JSON text. */
  | { type: 'result'; requestId: string; result: string }
  /** The result is longer than its limit, and was not sent. */
  | { type: 'resultTooLarge'; requestId: string; bytes: number }
  | { type: 'error'; requestId: string; message: string }
  /** The function holds too much memory; the process ends. */
  | { type: 'overMemory'; requestId: string }
  /** Nobody caught an exception, in a call or after it; the process ends. */
  | { type: 'crashed'; requestId: string; message: string }
  /** `text` has no line break at its end, and may have others. */
  | { type: 'log'; requestId: string; level: 'info' | 'error'; text: string };
