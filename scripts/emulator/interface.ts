/** What createEmulator() takes and gives. */
import type { EmulatorClient } from '../project/emulatorClient';
import type { FaultSettingsInput } from './faults/rules';
import type { InstanceLimits } from './instances/invoker';
import type { Clock } from './state/clock';
import type { SeedInput } from './wechat/seed';

export interface EmulatorOptions {
  /** Folder of built cloud functions: one folder a function, with index.js and config.json. */
  functions: string;
  /** Folder of a mini-program, with app.json. Left out: there is no phone. */
  miniprogram?: string;
  /** Default 0, which takes a free port: `url` says which. */
  port?: number;
  /**
   * Folder that keeps the state, made when it is missing; one emulator at a time has it. Left out: the state is gone
   * when the emulator is closed.
   */
  data?: string;
  /**
   * What an empty state begins with, and what each reset goes back to: the path of a JSON file (seed.schema.json says
   * its shape) or the same as an object. Left out, as a whole or a part of it: as in the emulator's own seed.json.
   */
  seed?: string | SeedInput;
  /** Path of a file with a whole state (`GET /emulator/state`), put in the place of what `data` holds. Default none. */
  state?: string;
  /** How many instances a function has, and how long they wait for calls. Default 8 at most, 60,000 ms. */
  instances?: InstanceLimits;
}

export interface Emulator {
  /** `http://127.0.0.1:9527` */
  url: string;
  /** Asks this emulator's addresses: `client.call(openid, 'login')` calls a function as a user's mini-program does. */
  client: EmulatorClient;
  /**
   * Environment variables with which wx-server-sdk in a process of your own uses this emulator: database, functions
   * and storage. Cloud calls (`cloud.openapi`) are refused there with -501001, `invalid wx openapi access_token`: as in
   * the cloud, they belong to a call that begins in WeChat. Make them in a function, or over HTTPS at `url`.
   */
  env: Record<string, string>;
  /** Starts at this machine's time; all that depends on time follows its moves. */
  clock: Clock;
  faults: {
    /** Puts these in the place of the rules, as `PUT /emulator/faults` does. @throws Error that names what is wrong */
    set(settings: FaultSettingsInput): void;
    /** Nothing goes wrong any more; a reset does this too. */
    clear(): void;
  };
  /** Resolves when no push and no timer is under way. */
  settled(): Promise<void>;
  /** Empties everything and sows the seed again. */
  reset(): Promise<void>;
  /** The whole state as the text of one file. */
  exportState(): string;
  /**
   * Puts such a state in the place of everything: all of it or, when it rejects, nothing.
   * @throws Error that says what is wrong with the text
   */
  importState(text: string): Promise<void>;
  /** Stops serving and every function instance, and gives the data folder back. */
  close(): Promise<void>;
}
