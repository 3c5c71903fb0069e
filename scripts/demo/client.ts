/** Speaks to an emulator over HTTP, as any program of another language would. */
import type { ErrorBody } from '../emulator/contract';

export interface Client {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
}

/** @throws Error with the emulator's own words when it refuses a request */
export function createClient(url: string): Client {
  const request = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    const answer = (await response.json()) as T | ErrorBody;
    if (response.ok) return answer as T;
    const { code, message } = (answer as ErrorBody).error;
    throw new Error(`${method} ${path}: ${code}: ${message}`);
  };
  return {
    get: (path) => request('GET', path),
    post: (path, body) => request('POST', path, body),
  };
}
