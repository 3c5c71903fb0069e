/** One function instance: a child process that serves one call at a time. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { FromInstance, ToInstance } from './protocol';

export type InstanceAnswer =
  | { kind: 'result'; result: string }
  | { kind: 'thrown'; message: string }
  | { kind: 'timedOut' }
  | { kind: 'exited'; message: string };

export interface InstanceOptions {
  folder: string;
  /** `index.main` */
  handler: string;
  /** MB, for the JavaScript heap. */
  memorySize: number;
  environment: Record<string, string>;
  onLog(requestId: string, level: 'info' | 'error', text: string): void;
}

export interface Instance {
  /** Serves one call. After `timedOut` and `exited` the instance is gone. */
  call(message: ToInstance, timeLimitMs: number): Promise<InstanceAnswer>;
  stop(): Promise<void>;
  readonly gone: boolean;
}

const BOOTSTRAP = join(__dirname, 'bootstrap.js');

export function startInstance(options: InstanceOptions): Instance {
  const child = fork(BOOTSTRAP, [options.folder, options.handler], {
    cwd: options.folder,
    env: options.environment,
    execArgv: [`--max-old-space-size=${options.memorySize}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
    child.once('error', (error) => resolve(error.message));
  });
  const lastWords = collectLastWords(child);
  let gone = false;
  void exited.then(() => {
    gone = true;
  });

  child.on('message', (message: FromInstance) => {
    if (message.type === 'log') options.onLog(message.requestId, message.level, message.text);
  });

  return {
    get gone() {
      return gone;
    },
    async call(message, timeLimitMs) {
      const answer = answerTo(child, message.requestId);
      const died = exited.then(
        (how): InstanceAnswer => ({ kind: 'exited', message: `${how}${lastWords()}` }),
      );
      const limit = timeLimit(timeLimitMs);
      child.send(message);
      const outcome = await Promise.race([answer.received, died, limit.passed]);
      limit.clear();
      answer.forget();
      if (outcome.kind === 'timedOut') child.kill('SIGKILL');
      gone ||= outcome.kind === 'timedOut' || outcome.kind === 'exited';
      return outcome;
    },
    async stop() {
      gone = true;
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function answerTo(child: ChildProcess, requestId: string) {
  let listen = (_message: FromInstance) => {};
  const received = new Promise<InstanceAnswer>((resolve) => {
    listen = (message) => {
      if (message.type === 'ready' || message.requestId !== requestId) return;
      if (message.type === 'result') resolve({ kind: 'result', result: message.result });
      if (message.type === 'error') resolve({ kind: 'thrown', message: message.message });
    };
    child.on('message', listen);
  });
  return { received, forget: () => child.off('message', listen) };
}

function timeLimit(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<InstanceAnswer>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'timedOut' }), ms);
  });
  return { passed, clear: () => clearTimeout(timer) };
}

/** What Node itself writes when it dies (out of memory, a syntax error in native code) comes on stderr. */
function collectLastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-2_000);
  });
  return () => (text === '' ? '' : `\n${text}`);
}
