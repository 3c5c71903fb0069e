/** Speaks to an emulator over HTTP, as any program of another language would. */
import type { CallResult, ErrorBody } from '../emulator/contract';

export interface EmulatorClient {
  /** Gives the answer whatever its status. */
  request<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
  /** @throws Error `CODE: message` with the emulator's own words when it refuses */
  send<T>(method: string, path: string, body?: unknown): Promise<T>;
  get<T>(path: string): Promise<T>;
  /** What `wx.cloud.callFunction` gives a user: the function's result. @throws like {@link send} */
  call<T>(openid: string, name: string, data?: unknown): Promise<T>;
}

/** @param url the emulator's address; a function when it is not known yet */
export function createEmulatorClient(url: () => string): EmulatorClient {
  const request = async <T>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }> => {
    const response = await fetch(`${url()}${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    return { status: response.status, body: (await response.json()) as T };
  };
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await request<T | ErrorBody>(method, path, body);
    if (answer.status === 200) return answer.body as T;
    const { code, message } = (answer.body as ErrorBody).error;
    throw new Error(`${code}: ${message}`);
  };
  return {
    request,
    send,
    get: (path) => send('GET', path),
    call: async <T>(openid: string, name: string, data?: unknown) => {
      const { result } = await send<CallResult>('POST', `/emulator/users/${openid}/call`, { name, data });
      return result as T;
    },
  };
}
