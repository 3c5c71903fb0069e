/** A fresh emulator for a test file, and what a user and a developer do with it over HTTP. */
import type { ErrorBody } from '../../scripts/emulator/contract';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../scripts/emulator/emulator';
import { builtFunctions } from '../../scripts/project/paths';

export { HAN_MEI_MEI, LI_LEI } from '../../scripts/project/seed';

let users = 0;
/** A user whom no other test of the file knows: tests need no reset between them. */
export const newUser = () => `oXs1-test-user-${String(++users).padStart(13, '0')}`;

export interface RunningEmulator extends Emulator {
  request<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
  get<T>(path: string): Promise<T>;
  /** What `wx.cloud.callFunction` gives a user. @throws Error with the emulator's words when the call fails */
  call<T>(openid: string, name: string, data?: unknown): Promise<T>;
}

/** Starts it before the tests of this file, with the built functions unless others are named, and stops it after. */
export function runEmulator(options: Partial<EmulatorOptions> = {}): RunningEmulator {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await createEmulator({ functions: builtFunctions, port: 0, ...options });
  });
  afterAll(() => emulator?.close());

  const request = async <T>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }> => {
    const response = await fetch(`${emulator.url}${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    return { status: response.status, body: (await response.json()) as T };
  };
  const succeed = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await request<T | ErrorBody>(method, path, body);
    if (answer.status === 200) return answer.body as T;
    const { code, message } = (answer.body as ErrorBody).error;
    throw new Error(`${code}: ${message}`);
  };

  return {
    get url() {
      return emulator.url;
    },
    get env() {
      return emulator.env;
    },
    get clock() {
      return emulator.clock;
    },
    get faults() {
      return emulator.faults;
    },
    exportState: () => emulator.exportState(),
    importState: (text) => emulator.importState(text),
    settled: () => emulator.settled(),
    reset: () => emulator.reset(),
    close: () => emulator.close(),
    request,
    get: (path) => succeed('GET', path),
    call: async <T>(openid: string, name: string, data?: unknown) => {
      const path = `/emulator/users/${openid}/call`;
      return (await succeed<{ result: T }>('POST', path, { name, data })).result;
    },
  };
}
