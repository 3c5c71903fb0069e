/** Asks the emulator over HTTP: JSON out, JSON in. */
import type { ErrorBody } from '../../../contract';

/** The emulator refused, or could not be reached. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    /** The emulator's code; `UNREACHABLE` when there was no answer. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** @throws {Refused} */
export async function ask<T>(method: Method, path: string, body?: unknown): Promise<T> {
  return answerOf<T>(
    send(path, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    }),
  );
}

/** Sends a file as it is. @throws {Refused} */
export const sendFile = (method: Method, path: string, file: Blob): Promise<unknown> =>
  answerOf(send(path, { method, body: file }));

const send = (path: string, init: RequestInit) =>
  fetch(path, init).catch(() => {
    throw new Refused('UNREACHABLE', '连不上模拟器，它可能已经停止运行');
  });

async function answerOf<T>(sent: Promise<Response>): Promise<T> {
  const response = await sent;
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  if (!isErrorBody(answer)) throw new Refused('UNREACHABLE', `模拟器回答了 ${response.status}`);
  throw new Refused(answer.error.code, answer.error.message);
}

const isErrorBody = (answer: unknown): answer is ErrorBody =>
  typeof answer === 'object' && answer !== null && 'error' in answer;

/** What went wrong, for a person. */
export const wordsOf = (error: unknown): string => {
  if (error instanceof Refused && error.code !== 'UNREACHABLE') return `${error.message}（${error.code}）`;
  return error instanceof Error ? error.message : String(error);
};
