/** What runs in the compiler's thread: compiles when it is asked, and answers. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SourceError } from '../program';
import type { Bundle } from './bundle';
import { openCompiler } from './compile';
import { SourceFailure } from './source';

/** What the thread answers to each question, in the order of their numbers or not. */
export type ThreadAnswer = { question: number } & (
  | { bundle: Bundle }
  | { errors: SourceError[] }
  | { message: string }
);

const { folder } = workerData as { folder: string };
const compiler = openCompiler(folder);

parentPort?.on('message', async (question: number) => {
  parentPort?.postMessage(await answer(question));
});

async function answer(question: number): Promise<ThreadAnswer> {
  try {
    return { question, bundle: await compiler.compile() };
  } catch (error) {
    if (error instanceof SourceFailure) return { question, errors: error.errors };
    return { question, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
