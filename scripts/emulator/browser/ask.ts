/** Asks the emulator over HTTP, from the browser: JSON out, JSON in. The phone and the console both ask so. */
import type { ErrorBody } from '../contract';

/** The emulator refused a request, or could not be reached. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError';

  constructor(
    /** The emulator's code; `UNREACHABLE` when there was no answer. */
    readonly code: string,
    message: string,
    /** WeChat's or CloudBase's number, where there is one. */
    readonly errCode?: number,
    /** Of the call of a function that has failed. */
    readonly requestID?: string,
  ) {
    super(message);
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** @throws {EmulatorError} */
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

/** Sends a file as it is. @throws {EmulatorError} */
export const sendFile = (method: Method, path: string, file: Blob): Promise<unknown> =>
  answerOf(send(path, { method, body: file }));

const send = (path: string, init: RequestInit) =>
  fetch(path, init).catch(() => {
    throw new EmulatorError('UNREACHABLE', '连不上模拟器，它可能已经停止运行');
  });

async function answerOf<T>(sent: Promise<Response>): Promise<T> {
  const response = await sent;
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  if (!isErrorBody(answer)) throw new EmulatorError('UNREACHABLE', `模拟器回答了 ${response.status}`);
  const { code, message, errCode, requestID } = answer.error;
  throw new EmulatorError(code, message, errCode, requestID);
}

const isErrorBody = (answer: unknown): answer is ErrorBody =>
  typeof answer === 'object' && answer !== null && 'error' in answer;
