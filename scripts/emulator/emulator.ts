/** WeChat and CloudBase in one process: puts the parts together and serves them. */
import type { AddressInfo } from 'node:net';
import { registerConsole } from './console/console';
import { createDatabase } from './database/database';
import { createFaults } from './faults/faults';
import { type FaultSettingsInput, FaultSettingsSchema } from './faults/rules';
import { registerRoutes } from './http/routes';
import { createServer } from './http/server';
import { openCatalogue } from './instances/catalogue';
import { processEnvironment } from './instances/environment';
import { createHttpAccess } from './instances/httpAccess/httpAccess';
import { createInvoker, type InstanceLimits } from './instances/invoker';
import { createTimers } from './instances/timers/timers';
import { createJournal } from './journal/journal';
import { ownVariables } from './ownVariables';
import { type Phone, registerPhone } from './phone/phone';
import { parse } from './refusal/parse';
import { readSeed } from './seedFile';
import { type Archive, readArchive, readArchiveFile, restoreArchive, writeArchive } from './state/archive';
import { type Clock, createClock } from './state/clock';
import { openStore, type Store } from './state/store';
import { createFileStorage } from './storage/storage';
import type { Seed, SeedInput } from './wechat/seed';
import { createWeChat } from './wechat/wechat';

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

/** As WeChat DevTools names environments: a name and a suffix. */
const ENV_ID = 'local-xinshi';
const REGION = 'ap-shanghai';

/**
 * Starts an emulator; it serves when the promise resolves.
 * @throws Error with code EADDRINUSE when the port is taken; Error with what to do when a folder is missing or cannot
 *   be used, or when the seed or the state is wrong
 */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const seed = readSeed(options.seed ?? {});
  const archive = options.state === undefined ? undefined : readArchiveFile(options.state);
  const store = openStore(options.data);
  try {
    return await runEmulator(store, seed, archive, options);
  } catch (error) {
    if (!store.closed) await store.close();
    throw error;
  }
}

async function runEmulator(
  store: Store,
  seed: Seed,
  archive: Archive | undefined,
  options: EmulatorOptions,
): Promise<Emulator> {
  const catalogue = openCatalogue(options.functions, () => ownVariables(url, wechat, seed.variables));
  const app = await createServer();
  const faults = createFaults(store);
  const clock = createClock(store);
  const journal = createJournal(store);
  clock.onMove(() => journal.announce({ type: 'clock', clock: clock.reading() }));

  let url = '';
  let pages: () => string[] | undefined = () => undefined;
  const invoker = createInvoker({
    catalogue,
    journal,
    clock,
    envId: ENV_ID,
    region: REGION,
    gatewayUrl: () => `${url}/admin`,
    appid: () => wechat.push.settings().appid,
    ...(options.instances !== undefined && { instances: options.instances }),
  });
  const wechat = createWeChat({
    store,
    clock,
    journal,
    faults,
    seed,
    pages: () => pages(),
    baseUrl: () => url,
    invokeFunction: async (name, packet, { openid }) => {
      // WeChat documents no SOURCE for a push; wx_unknown is its word for a call of its own that has no name.
      const outcome = await invoker.invoke(name, packet, { openid, source: 'wx_unknown' });
      return outcome.ok
        ? { ok: true, result: JSON.parse(outcome.result), requestId: outcome.requestId }
        : { ok: false, message: outcome.failure.message, requestId: outcome.requestId };
    },
  });
  const database = createDatabase({ store, clock });
  const storage = createFileStorage({ store, clock, envId: ENV_ID, baseUrl: () => url });
  const httpAccess = createHttpAccess({ store, catalogue, invoker, envId: ENV_ID });
  const timers = createTimers({ catalogue, clock, invoker, journal });

  /** Changes the state as a whole, while nothing works on it. */
  const changeAtRest = async (change: () => void) => {
    timers.stop();
    wechat.push.abandon();
    await invoker.stop();
    await timers.idle();
    try {
      journal.flush();
      change();
      database.endTransactions();
    } finally {
      wechat.push.resume();
      timers.start();
      journal.announce({ type: 'reset' });
    }
  };
  /** The last change of the state as a whole; the next one waits for it, and so does the end. */
  let lastChange: Promise<unknown> = Promise.resolve();
  const atRest = (change: () => void): Promise<void> => {
    const changed = lastChange.then(() => changeAtRest(change));
    lastChange = changed.catch(() => {});
    return changed;
  };
  const reset = () =>
    atRest(() => {
      store.clear();
      wechat.reset();
    });
  const exportState = () => {
    journal.flush();
    return writeArchive(store);
  };
  const importState = async (text: string) => {
    const archive = readArchive(text);
    await atRest(() => restoreArchive(store, archive));
  };

  registerRoutes(app, {
    catalogue,
    clock,
    database,
    faults,
    httpAccess,
    invoker,
    journal,
    storage,
    timers,
    wechat,
    state: { exportState, importState, reset },
  });

  registerConsole(app, { hasPhone: options.miniprogram !== undefined });
  let phone: Phone | undefined;
  const close = async () => {
    await app.close();
    await lastChange;
    timers.stop();
    await phone?.close();
    wechat.push.abandon();
    await invoker.stop();
    await timers.idle();
    journal.flush();
    await store.close();
  };

  try {
    if (options.miniprogram !== undefined) {
      const registered = await registerPhone(app, {
        miniprogram: options.miniprogram,
        onRebuilt: () => journal.announce({ type: 'miniprogram' }),
      });
      phone = registered;
      pages = () => orUnknown(registered.pages());
    }
    if (archive !== undefined) restoreArchive(store, archive);
    await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
    url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    wechat.push.resume();
    timers.start();
  } catch (error) {
    await close();
    throw error;
  }

  return {
    url,
    env: processEnvironment({ envId: ENV_ID, region: REGION, gatewayUrl: `${url}/admin` }),
    clock,
    faults: {
      set: (settings) => faults.replace(parse(FaultSettingsSchema, settings)),
      clear: faults.clear,
    },
    async settled() {
      await timers.idle();
      await wechat.push.idle();
    },
    reset,
    exportState,
    importState,
    close,
  };
}

/** An app.json that cannot be read names no page, which must not refuse them all. */
const orUnknown = (pages: string[]) => (pages.length > 0 ? pages : undefined);
