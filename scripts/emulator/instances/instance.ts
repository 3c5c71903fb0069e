/** One function instance: a child process that serves one call at a time. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';
import { emulatorSources } from '../../project/paths';
import { keepGroupTogether, killGroup, OF_ITS_OWN_GROUP } from './processGroup';
import { type FromInstance, FromInstanceSchema, type ToInstance } from './protocol';

export type InstanceAnswer =
  | { kind: 'result'; result: string }
  | { kind: 'resultTooLarge'; bytes: number }
  | { kind: 'thrown'; message: string }
  | { kind: 'timedOut' }
  | { kind: 'notLoaded' }
  | { kind: 'overMemory' }
  | { kind: 'exited'; message: string };

export interface InstanceOptions {
  folder: string;
  /** `index.main` */
  handler: string;
  /** MB, for the JavaScript heap. */
  memorySize: number;
  environment: Record<string, string>;
  /** What the function prints, and why the process ended when it ended between calls. */
  onLog(requestId: string, level: 'info' | 'error', text: string): void;
}

export interface Instance {
  /**
   * Serves one call. After an answer that ends the process the instance is `gone`.
   * @param timeLimitMs counts from when the function is loaded
   */
  call(message: ToInstance, timeLimitMs: number): Promise<InstanceAnswer>;
  stop(): Promise<void>;
  readonly gone: boolean;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
}

/**
 * The time limit of a function is that of its handler; until that is there the instance starts, which has a limit of its
 * own: https://www.tencentcloud.com/document/product/583/9694, "Starting instance". 函数初始化超时时间，默认 65s: InitTimeout
 * of https://cloud.tencent.com/document/product/583/18586
 */
export const START_LIMIT_MS = 65_000;

const BOOTSTRAP = join(emulatorSources, 'instances/child/bootstrap.js');

export function startInstance(options: InstanceOptions): Instance {
  const child = fork(BOOTSTRAP, [options.folder, options.handler], {
    cwd: options.folder,
    env: options.environment,
    execArgv: [`--max-old-space-size=${options.memorySize}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    ...OF_ITS_OWN_GROUP,
  });
  keepGroupTogether(child);
  const exited = endOf(child);
  const lastWords = collectLastWords(child);
  let gone = false;
  let stopped = false;
  let lastRequestId = '';
  /** Takes what the instance says of the call that it is serving; undefined between calls. */
  let answer: ((given: InstanceAnswer) => void) | undefined;
  /** The function's code has run: the call's own time begins. */
  let loaded = () => {};

  /** The process ends, or has ended. */
  const endWith = (given: InstanceAnswer, words: string) => {
    if (gone) return;
    gone = true;
    if (answer !== undefined) answer(given);
    else if (!stopped) options.onLog(lastRequestId, 'error', words);
  };
  void exited.then((how) => {
    const words = `${how}${lastWords()}`;
    const given: InstanceAnswer = HEAP_FULL.test(words)
      ? { kind: 'overMemory' }
      : { kind: 'exited', message: words };
    endWith(given, `The function's process ended between calls: ${words}`);
  });
  child.on('message', (said) => {
    // A stopped instance's words come too late. What does not fit is the function's own process.send, as for PM2.
    if (stopped || !v.is(FromInstanceSchema, said)) return;
    const message: FromInstance = said;
    switch (message.type) {
      case 'loaded':
        if (message.requestId === lastRequestId) loaded();
        return;
      case 'log':
        return options.onLog(message.requestId, message.level, message.text);
      case 'crashed':
        return endWith({ kind: 'thrown', message: message.message }, message.message);
      case 'overMemory':
        return endWith({ kind: 'overMemory' }, 'The function held too much memory between calls');
      default:
        if (message.requestId === lastRequestId) answer?.(answerOf(message));
    }
  });

  return {
    get gone() {
      return gone;
    },
    ended: exited.then(() => {}),
    async call(message, timeLimitMs) {
      if (gone) return { kind: 'exited', message: 'it ended before the call' };
      lastRequestId = message.requestId;
      const limit = timeLimit();
      limit.set(START_LIMIT_MS, { kind: 'notLoaded' });
      loaded = () => limit.set(timeLimitMs, { kind: 'timedOut' });
      const answered = new Promise<InstanceAnswer>((resolve) => {
        answer = (given) => {
          answer = undefined;
          resolve(given);
        };
        // A process that cannot be told is ending; `exited` says how.
        child.send(message, () => {});
      });
      const outcome = await Promise.race([answered, limit.passed]);
      limit.clear();
      loaded = () => {};
      answer = undefined;
      if (outcome.kind === 'timedOut' || outcome.kind === 'notLoaded') {
        gone = true;
        killGroup(child);
      }
      return outcome;
    },
    async stop() {
      stopped = true;
      killGroup(child);
      await exited;
    },
  };
}

type Answered = Extract<FromInstance, { type: 'result' | 'resultTooLarge' | 'error' }>;

function answerOf(message: Answered): InstanceAnswer {
  switch (message.type) {
    case 'result':
      return { kind: 'result', result: message.result };
    case 'resultTooLarge':
      return { kind: 'resultTooLarge', bytes: message.bytes };
    case 'error':
      return { kind: 'thrown', message: message.message };
  }
}

/** What V8 writes when `--max-old-space-size` is not enough. */
const HEAP_FULL = /heap out of memory/i;

/** How long the last words of a process that is gone are waited for. */
const LAST_WORDS_MS = 200;

/** How the process ended; resolves when what it wrote has been read. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      child.once('close', () => resolve(how));
      // A process that the function left behind may hold the stream open.
      setTimeout(() => resolve(how), LAST_WORDS_MS).unref();
    });
  });
}

/** One limit after the other: `passed` gives what was said of the one that was reached. */
function timeLimit() {
  let timer: NodeJS.Timeout | undefined;
  let pass = (_: InstanceAnswer) => {};
  const passed = new Promise<InstanceAnswer>((resolve) => {
    pass = resolve;
  });
  const clear = () => clearTimeout(timer);
  return {
    passed,
    clear,
    set(ms: number, given: InstanceAnswer) {
      clear();
      timer = setTimeout(() => pass(given), ms);
    },
  };
}

/** What Node itself writes when it dies (out of memory, a syntax error in native code) comes on stderr. */
function collectLastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-2_000);
  });
  return () => (text === '' ? '' : `\n${text}`);
}
