/**
 * kill -9 at random moments under load: every acknowledged write is there, and nothing is half done. The moments come
 * from a seed. `XINSHI_CRASH_ROUNDS=50` makes fifty rounds of it, `XINSHI_CRASH_SEED` another sequence.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Notification, PushRecord } from '../../scripts/emulator/contract';
import { projectRoot } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';

const ROUNDS = Number(process.env['XINSHI_CRASH_ROUNDS'] ?? 5);
const SEED = process.env['XINSHI_CRASH_SEED'] ?? '1';
/** Boot and check of a round, with room for a slow machine. */
const ROUND_LIMIT_MS = 15_000;

const TEMPLATE = 'mF3kQ0xWzXb7uYtR2sLhV9pJcN6aDgE1oKiT8yUvB4w';
/** Sends that each user grants before the load begins. */
const GRANTS = 40;

// A function that writes through the SDK, as a project's own do.
const project = temporaryFolder({
  'functions/work/index.js': `
    const cloud = require('wx-server-sdk');
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    exports.main = async ({ step, n }) => {
      const db = cloud.database();
      if (step === 'begin') {
        await db.createCollection('orders');
        await db.createCollection('accounts');
        await db.collection('accounts').add({ data: { _id: 'a', amount: 1000 } });
        await db.collection('accounts').add({ data: { _id: 'b', amount: 1000 } });
        return;
      }
      if (step === 'insert') return db.collection('orders').add({ data: { _id: n, lines: [n, n, n], note: n } });
      if (step === 'transfer') {
        return db.runTransaction(async (transaction) => {
          const accounts = transaction.collection('accounts');
          const [a, b] = [await accounts.doc('a').get(), await accounts.doc('b').get()];
          await accounts.doc('a').update({ data: { amount: a.data.amount - 1 } });
          await accounts.doc('b').update({ data: { amount: b.data.amount + 1 } });
        });
      }
      if (step === 'read') {
        const orders = db.collection('orders');
        const { total } = await orders.count();
        const pages = Array.from({ length: Math.ceil(total / 1000) }, (_, page) =>
          orders.skip(page * 1000).limit(1000).get());
        return {
          orders: (await Promise.all(pages)).flatMap(({ data }) => data),
          accounts: (await db.collection('accounts').get()).data,
        };
      }
      return cloud.openapi.subscribeMessage.send({
        touser: n,
        templateId: '${TEMPLATE}',
        data: {
          character_string1: { value: 'A1' },
          thing2: { value: '咖啡' },
          date3: { value: '2026年11月23日' },
          thing4: { value: '好' },
        },
      });
    };`,
  'functions/work/config.json': '{"permissions":{"openapi":["subscribeMessage.send"]}}',
  'functions/messagePush/index.js': "exports.main = async () => 'success';",
  'cloudbaserc.json': JSON.stringify({
    functionRoot: 'functions',
    functions: [{ name: 'work', timeout: 20 }],
  }),
});
const data = join(project, 'state');

interface Process {
  child: ChildProcess;
  url: string;
}

let running: ChildProcess | undefined;
afterAll(() => running?.kill('SIGKILL'));

/** The emulator in a process of its own, on the state that the last one left behind. */
async function boot(): Promise<Process> {
  const args = ['--data', data, '--port', '0', '--functions', join(project, 'functions')];
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/emulator/cli.ts', ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        const ready = /ready: (\S+)/.exec(printed)?.[1];
        if (ready !== undefined) resolve(ready);
      });
    }
    child.once('exit', (code, signal) => reject(new Error(`ended with ${code ?? signal}: ${printed}`)));
  });
  return { child, url };
}

async function post<T>(url: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as T;
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

const get = async <T>(url: string, path: string) => (await (await fetch(`${url}${path}`)).json()) as T;

const CALLER = 'oXs1-LiLei-00000000000000001';
const work = async <T>(url: string, step: string, n?: string): Promise<T> =>
  (await post<{ result: T }>(url, `/emulator/users/${CALLER}/call`, { name: 'work', data: { step, n } }))
    .result;
/** A write as wx-server-sdk makes it, without the time that a function takes. */
async function insertAtGateway(url: string, id: string): Promise<void> {
  const document = JSON.stringify({ _id: id, lines: [id, id, id], note: id });
  const answer = await post<{ code?: string }>(url, '/admin', {
    action: 'database.insertDocument',
    collectionName: 'orders',
    data: [document],
  });
  if (answer.code !== undefined) throw new Error(JSON.stringify(answer));
}
const subscribe = (url: string, openid: string) =>
  post(url, `/emulator/users/${openid}/subscribe`, { tmplIds: [TEMPLATE] });

/** What was answered, and so must be there for good. */
const acknowledged = {
  orders: new Set<string>(),
  transfers: 0,
  /** msgids by user. */
  sent: new Map<string, Set<string>>(),
  /** Accepts by user, of those who only subscribe. */
  accepts: new Map<string, number>(),
};
/** What was begun and never answered: it may be there or not. */
const unanswered = { transfers: 0, accepts: new Map<string, number>() };

let crashed = false;

/** Works until the process dies, or so many turns are done. */
async function untilCrash(
  step: (turn: number) => Promise<void>,
  turns = Number.POSITIVE_INFINITY,
): Promise<void> {
  for (let turn = 0; !crashed && turn < turns; turn++) {
    try {
      await step(turn);
    } catch (error) {
      // A request that the crash cut off; anything else is a failure of the test.
      if (!crashed && !/fetch failed|terminated/.test(String(error))) throw error;
      return;
    }
  }
}

function load({ url }: Process, round: number): Promise<void>[] {
  const receiver = userOf('send', round);
  const subscriber = userOf('subs', round);
  const sent = new Set<string>();
  acknowledged.sent.set(receiver, sent);
  return [
    untilCrash(async (turn) => {
      const id = `${round}-function-${turn}`;
      await work(url, 'insert', id);
      acknowledged.orders.add(id);
    }),
    untilCrash(async (turn) => {
      const id = `${round}-gateway-${turn}`;
      await insertAtGateway(url, id);
      acknowledged.orders.add(id);
    }),
    untilCrash(async () => {
      unanswered.transfers += 1;
      await work(url, 'transfer');
      unanswered.transfers -= 1;
      acknowledged.transfers += 1;
    }),
    untilCrash(async () => {
      const { msgid } = await work<{ msgid: string | { c: number[] } }>(url, 'send', receiver);
      sent.add(JSON.stringify(msgid));
    }, GRANTS),
    untilCrash(async () => {
      add(unanswered.accepts, subscriber, 1);
      await subscribe(url, subscriber);
      add(unanswered.accepts, subscriber, -1);
      add(acknowledged.accepts, subscriber, 1);
    }),
  ];
}

const userOf = (what: string, round: number) => `oXs1-${what}-${String(round).padStart(18, '0')}`;
const add = (counts: Map<string, number>, user: string, count: number) =>
  counts.set(user, (counts.get(user) ?? 0) + count);

/** The n-th number from 0 up to 1 of this seed. */
const random = (n: number) => createHash('sha256').update(`${SEED} ${n}`).digest().readUInt32BE(0) / 2 ** 32;

interface StoredSubscription {
  key: [openid: string, tmplId: string];
  value: { grants: number };
}

/** Grants that are left, by user: WeChat tells nobody, so they are read in the state itself. */
async function grantsLeft(url: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/emulator/state`)).text();
  const entries = text
    .split('\n')
    .filter((line) => line.startsWith('{"table":"wechat.subscriptions"'))
    .map((line) => JSON.parse(line) as StoredSubscription);
  return new Map(entries.map(({ key: [openid], value }) => [openid, value.grants]));
}

async function check({ url }: Process): Promise<void> {
  const { orders, accounts } = await work<{
    orders: { _id: string; lines: string[]; note: string }[];
    accounts: { amount: number }[];
  }>(url, 'read');

  const ids = new Set(orders.map(({ _id }) => _id));
  expect([...acknowledged.orders].filter((id) => !ids.has(id))).toEqual([]);
  expect(
    orders.filter(({ _id, lines, note }) => note !== _id || lines.join() !== [_id, _id, _id].join()),
  ).toEqual([]);

  const [a, b] = accounts.map(({ amount }) => amount);
  expect((a ?? 0) + (b ?? 0)).toBe(2_000);
  expect(b).toBeGreaterThanOrEqual(1_000 + acknowledged.transfers);
  expect(b).toBeLessThanOrEqual(1_000 + acknowledged.transfers + unanswered.transfers);

  const left = await grantsLeft(url);
  for (const [user, msgids] of acknowledged.sent) {
    const notifications = await get<Notification[]>(url, `/emulator/users/${user}/notifications`);
    // A grant is used up if and only if there is a notification.
    expect(notifications.length + (left.get(user) ?? 0)).toBe(GRANTS);
    expect(notifications.length - msgids.size).toBeGreaterThanOrEqual(0);
    expect(notifications.length - msgids.size).toBeLessThanOrEqual(1);
  }
  for (const [user, accepts] of acknowledged.accepts) {
    expect(left.get(user)).toBeGreaterThanOrEqual(accepts);
    expect(left.get(user)).toBeLessThanOrEqual(accepts + (unanswered.accepts.get(user) ?? 0));
  }
  // What WeChat had not delivered when it died is delivered after all.
  const last = [...acknowledged.sent.keys()].at(-1);
  const delivered = async () => {
    const pushes = await get<PushRecord[]>(url, '/emulator/pushes?limit=2000');
    return pushes.some(({ openid }) => openid === last);
  };
  while (!(await delivered()));
}

it(
  `loses no acknowledged write and leaves nothing half done, killed ${ROUNDS} times`,
  async () => {
    let emulator = await boot();
    await work(emulator.url, 'begin');
    for (let round = 1; round <= ROUNDS; round++) {
      crashed = false;
      for (let n = 0; n < GRANTS; n++) await subscribe(emulator.url, userOf('send', round));
      const workers = load(emulator, round);
      const moment = new Promise((resolve) => setTimeout(resolve, 100 + random(round) * 1_900));
      await Promise.race([moment, Promise.all(workers)]);
      crashed = true;
      emulator.child.kill('SIGKILL');
      await once(emulator.child, 'exit');
      await Promise.all(workers);

      emulator = await boot();
      await check(emulator);
    }
    const sent = [...acknowledged.sent.values()].reduce((sum, msgids) => sum + msgids.size, 0);
    const accepts = [...acknowledged.accepts.values()].reduce((sum, count) => sum + count, 0);
    if (process.env['XINSHI_CRASH_ROUNDS'] !== undefined) {
      console.log(
        `${ROUNDS} crashes: ${acknowledged.orders.size} documents, ${acknowledged.transfers} transactions, ${sent} sends and ${accepts} accepts were acknowledged, and are there`,
      );
    }
    expect(acknowledged.orders.size + acknowledged.transfers + sent + accepts).toBeGreaterThan(ROUNDS);
  },
  (ROUNDS + 1) * ROUND_LIMIT_MS,
);
