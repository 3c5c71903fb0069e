/** The compiler in a thread of its own, so that the emulator answers while thousands of files are compiled. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Bundle } from './bundle';
import { type Compiler, openCompiler } from './compile';
import { SourceFailure } from './source';
import type { ThreadAnswer } from './thread';

/** Beside the bundle that `npm start` runs; from source there is none, and the compiler runs where it is called. */
const THREAD = join(__dirname, 'compilerThread.js');

export interface OpenCompiler extends Compiler {
  close(): Promise<void>;
}

interface Waiting {
  resolve(bundle: Bundle): void;
  reject(error: Error): void;
}

/** @param folder where app.json lies */
export function openCompilerThread(folder: string): OpenCompiler {
  if (!existsSync(THREAD)) return { ...openCompiler(folder), close: async () => {} };
  const waiting = new Map<number, Waiting>();
  let questions = 0;
  let thread: Worker | undefined;

  const start = (): Worker => {
    const started = new Worker(THREAD, { workerData: { folder } });
    started.on('message', (answer: ThreadAnswer) => {
      const asked = waiting.get(answer.question);
      waiting.delete(answer.question);
      if (asked !== undefined) settle(asked, answer);
    });
    started.on('error', (error) => {
      thread = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    });
    // The server keeps the process running, and nothing else.
    started.unref();
    return started;
  };

  return {
    compile() {
      thread ??= start();
      questions += 1;
      const question = questions;
      thread.postMessage(question);
      return new Promise((resolve, reject) => waiting.set(question, { resolve, reject }));
    },
    async close() {
      await thread?.terminate();
    },
  };
}

function settle({ resolve, reject }: Waiting, answer: ThreadAnswer): void {
  if ('bundle' in answer) resolve(answer.bundle);
  else reject('errors' in answer ? new SourceFailure(answer.errors) : new Error(answer.message));
}
