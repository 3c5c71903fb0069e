/** WeChat and CloudBase in one process: puts the parts together and serves them. */
import type { AddressInfo } from 'node:net';
import { createDatabase } from './database/database';
import { registerAdmin } from './gateway/admin';
import { registerCall } from './http/routes/call';
import { registerChat } from './http/routes/chat';
import { registerClock } from './http/routes/clock';
import { registerJournal } from './http/routes/journal';
import { registerPush } from './http/routes/push';
import { registerTemplates } from './http/routes/templates';
import { registerUsers } from './http/routes/users';
import { createServer } from './http/server';
import { openCatalogue } from './instances/catalogue';
import { createInvoker } from './instances/invoker';
import { createJournal } from './journal/journal';
import { registerPhone } from './phone/phone';
import { type Clock, createClock } from './state/clock';
import { openStore } from './state/store';
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
}

export interface Emulator {
  /** `http://127.0.0.1:9527` */
  url: string;
  clock: Clock;
  /** Resolves when no push is under way. */
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
  });
  const wechat = createWeChat({
    store,
    clock,
    journal,
    pages: () => pages(),
    invokeFunction: async (name, packet, { openid }) => {
      // WeChat documents no SOURCE for a push; wx_unknown is its word for a call of its own that has no name.
      const outcome = await invoker.invoke(name, packet, { openid, source: 'wx_unknown' });
      return outcome.ok
        ? { ok: true, result: JSON.parse(outcome.result) }
        : { ok: false, message: outcome.failure.message };
    },
  });
  const database = createDatabase({ store, clock });

  const reset = async () => {
    wechat.push.abandon();
    await invoker.stop();
    store.clear();
    database.reset();
    wechat.reset();
    journal.announce({ type: 'reset' });
  };

  registerAdmin(app, { wechat, journal, clock, database, invoker });
  registerCall(app, wechat, invoker);
  registerUsers(app, wechat);
  registerTemplates(app, wechat);
  registerPush(app, wechat);
  registerChat(app, wechat);
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
  if (phone !== undefined) pages = phone.pages;

  await app.listen({ host: '127.0.0.1', port: options.port });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  return {
    url,
    clock,
    settled: () => wechat.push.idle(),
    reset,
    async close() {
      await app.close();
      await phone?.close();
      wechat.push.abandon();
      await invoker.stop();
      await store.close();
    },
  };
}
