/** WeChat and CloudBase in one process: puts the parts together and serves them. */
import type { AddressInfo } from 'node:net';
import { createDatabase } from './database/database';
import { registerAdmin } from './gateway/admin';
import { registerCall } from './http/routes/call';
import { registerChat } from './http/routes/chat';
import { registerClock } from './http/routes/clock';
import { registerDesk } from './http/routes/desk';
import { registerHttpAccess } from './http/routes/httpAccess';
import { registerHttpsApi } from './http/routes/httpsApi';
import { registerJournal } from './http/routes/journal';
import { registerMedia } from './http/routes/media';
import { registerMiniProgram } from './http/routes/miniProgram';
import { registerPush } from './http/routes/push';
import { registerStorage } from './http/routes/storage';
import { registerTemplates } from './http/routes/templates';
import { registerTimers } from './http/routes/timers';
import { registerUsers } from './http/routes/users';
import { createServer } from './http/server';
import { openCatalogue } from './instances/catalogue';
import { createHttpAccess } from './instances/httpAccess/httpAccess';
import { createInvoker, type InstanceLimits } from './instances/invoker';
import { createTimers } from './instances/timers/timers';
import { createJournal } from './journal/journal';
import { registerPhone } from './phone/phone';
import { type Clock, createClock } from './state/clock';
import { openStore } from './state/store';
import { createFileStorage } from './storage/storage';
import { createWeChat } from './wechat/wechat';

export interface EmulatorOptions {
  /** Folder of built cloud functions: one folder a function, with index.js and config.json. */
  functions: string;
  /** Folder of a mini-program, with app.json; without one there is no phone. */
  miniprogram?: string;
  /** 0 takes a free port. */
  port: number;
  /** Folder that keeps the state; without one it is gone when the emulator is closed. */
  data?: string;
  /** How many instances a function has, and how long they wait for calls. */
  instances?: InstanceLimits;
}

export interface Emulator {
  /** `http://127.0.0.1:9527` */
  url: string;
  clock: Clock;
  /** Resolves when no push and no timer is under way. */
  settled(): Promise<void>;
  /** Empties everything and sows the seed again. */
  reset(): Promise<void>;
  /** Stops serving and every function instance. */
  close(): Promise<void>;
}

/** As WeChat DevTools names environments: a name and a suffix. */
const ENV_ID = 'local-xinshi';
const REGION = 'ap-shanghai';

/**
 * Starts an emulator; it serves when the promise resolves.
 * @throws Error with code EADDRINUSE when the port is taken; Error with what to do when a folder is missing
 */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const catalogue = openCatalogue(options.functions);
  const app = await createServer();
  const store = openStore(options.data);
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
    pages: () => pages(),
    baseUrl: () => url,
    invokeFunction: async (name, packet, { openid }) => {
      // WeChat documents no SOURCE for a push; wx_unknown is its word for a call of its own that has no name.
      const outcome = await invoker.invoke(name, packet, { openid, source: 'wx_unknown' });
      return outcome.ok
        ? { ok: true, result: JSON.parse(outcome.result) }
        : { ok: false, message: outcome.failure.message };
    },
  });
  const database = createDatabase({ store, clock });
  const storage = createFileStorage({ store, clock, envId: ENV_ID, baseUrl: () => url });
  const httpAccess = createHttpAccess({ store, catalogue, invoker, envId: ENV_ID });
  const timers = createTimers({ catalogue, clock, invoker, journal });

  const reset = async () => {
    timers.stop();
    wechat.push.abandon();
    await invoker.stop();
    store.clear();
    database.reset();
    wechat.reset();
    timers.start();
    journal.announce({ type: 'reset' });
  };

  registerAdmin(app, { wechat, journal, clock, database, storage, invoker });
  registerStorage(app, storage);
  registerCall(app, wechat, invoker);
  registerHttpAccess(app, httpAccess);
  registerTimers(app, timers);
  registerUsers(app, wechat);
  registerTemplates(app, wechat);
  registerPush(app, wechat);
  registerChat(app, wechat);
  registerDesk(app, wechat);
  registerMedia(app, wechat);
  registerMiniProgram(app, wechat);
  registerHttpsApi(app, { wechat, journal, clock });
  registerClock(app, clock);
  registerJournal(app, journal);
  app.get('/emulator/health', async () => ({ status: 'ok', functions: catalogue.names() }));
  app.post('/emulator/reset', async () => {
    await reset();
    return { status: 'ok' };
  });
  const phone =
    options.miniprogram === undefined
      ? undefined
      : await registerPhone(app, {
          miniprogram: options.miniprogram,
          onRebuilt: () => journal.announce({ type: 'miniprogram' }),
        });
  if (phone !== undefined) pages = () => orUnknown(phone.pages());

  await app.listen({ host: '127.0.0.1', port: options.port });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  wechat.push.resume();
  timers.start();

  return {
    url,
    clock,
    async settled() {
      await timers.idle();
      await wechat.push.idle();
    },
    reset,
    async close() {
      timers.stop();
      await app.close();
      await phone?.close();
      wechat.push.abandon();
      await invoker.stop();
      await store.close();
    },
  };
}

/** An app.json that cannot be read names no page, which must not refuse them all. */
const orUnknown = (pages: string[]) => (pages.length > 0 ? pages : undefined);
