/** WeChat and CloudBase in one process: puts the parts together and serves them. */
import type { AddressInfo } from 'node:net';
import { createEmulatorClient } from '../project/emulatorClient';
import { registerConsole } from './console/console';
import { createDatabase } from './database/database';
import { plantCollections } from './database/seed';
import { createFaults } from './faults/faults';
import { FaultSettingsSchema } from './faults/rules';
import { registerRoutes } from './http/routes';
import { createServer } from './http/server';
import { openCatalogue } from './instances/catalogue';
import { processEnvironment } from './instances/environment';
import { createHttpAccess } from './instances/httpAccess/httpAccess';
import { createInvoker } from './instances/invoker';
import { createTimers } from './instances/timers/timers';
import type { Emulator, EmulatorOptions } from './interface';
import { announceChanges } from './journal/databaseEvents';
import { createJournal } from './journal/journal';
import { ownVariables } from './ownVariables';
import type { Phone } from './phone/phone';
import { parse } from './refusal/parse';
import { readSeed } from './seedFile';
import { type Archive, readArchive, readArchiveFile, restoreArchive, writeArchive } from './state/archive';
import { createClock } from './state/clock';
import { openStore, type Store } from './state/store';
import { createFileStorage } from './storage/storage';
import type { Seed } from './wechat/seed';
import { createWeChat } from './wechat/wechat';

export type { Emulator, EmulatorOptions } from './interface';

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
  faults.onChange(() => journal.announce({ type: 'faults', faults: faults.settings() }));

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
  database.onChanged(announceChanges(journal));
  plantCollections(database, seed.collections);
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
      plantCollections(database, seed.collections);
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
      // Compilers come with it, which a start without a mini-program need not wait for.
      const { registerPhone } = require('./phone/phone') as typeof import('./phone/phone');
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
    client: createEmulatorClient(() => url),
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
