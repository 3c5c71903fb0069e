/**
 * messagePush behind a server URL: the emulator's WeChat pushes to its address of the HTTP access service, and a
 * test posts there what WeChat never would. `read` reads a collection; `relay` calls a function as a project's own
 * code does.
 */
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskConversation, PushRecord, PushSettings } from '../../scripts/emulator/contract';
import { sign } from '../../scripts/emulator/wechat/push/signature';
import { builtFunctions, projectRoot } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';
import { newUser, type RunningEmulator, runEmulator } from './runningEmulator';

const SDK = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
`;

/** With the time limit and the variables that messagePush is deployed with, or others. */
function project(envVariables?: Record<string, string>): string {
  const text = readFileSync(join(projectRoot, 'cloudbaserc.json'), 'utf8');
  const { functions } = JSON.parse(text) as { functions: { name: string; envVariables: object }[] };
  const messagePush = functions.filter(({ name }) => name === 'messagePush');
  const folder = temporaryFolder({
    'cloudbaserc.json': JSON.stringify({
      functionRoot: 'functions',
      functions: messagePush.map((settings) => ({ ...settings, ...(envVariables && { envVariables }) })),
    }),
    'functions/relay/index.js': `${SDK}
      exports.main = async ({ name, data }) => (await cloud.callFunction({ name, data })).result;`,
    'functions/read/index.js': `${SDK}
      exports.main = async ({ collection, where }) =>
        (await cloud.database().collection(collection).where(where).get()).data;`,
  });
  symlinkSync(join(builtFunctions, 'messagePush'), join(folder, 'functions/messagePush'));
  return join(folder, 'functions');
}

export interface PushWorld {
  emulator: RunningEmulator;
  /** Each test's own. */
  user: string;
  /** Sets WeChat's side to push to messagePush's address. @returns the emulator's answer */
  pushOverHttp(
    change?: Partial<PushSettings>,
  ): Promise<{ status: number; body: PushSettings | { error: { code: string; message: string } } }>;
  /** The user writes, and what WeChat pushes is answered. @returns the last push */
  writes(content: string): Promise<PushRecord>;
  /** The last push of the user. */
  lastPush(): Promise<PushRecord>;
  /** Documents of a collection that are about the user. */
  read<T = Record<string, unknown>>(collection: string): Promise<T[]>;
  waitsAtDesk(): Promise<boolean>;
  /** What WeChat's own service has said to the user. */
  repliesTo(openid: string): Promise<string[]>;
  /** A query as WeChat signs it, by the emulator's clock. */
  signed(change?: Record<string, string>): Promise<URLSearchParams>;
  post(query: URLSearchParams, body: string | Uint8Array, type?: string): Promise<Response>;
}

/** @param envVariables messagePush's, in place of those in cloudbaserc.json */
export function runPushWorld(envVariables?: Record<string, string>): PushWorld {
  const emulator = runEmulator({ functions: project(envVariables) });
  let nonces = 100_000;
  const world: PushWorld = {
    emulator,
    user: '',
    async pushOverHttp(change = {}) {
      const settings = await emulator.get<PushSettings>('/emulator/push');
      const url = `${emulator.url}/http/messagePush`;
      return emulator.request('PUT', '/emulator/push', { ...settings, url, routes: [], ...change });
    },
    async writes(content) {
      await emulator.send('POST', `/emulator/users/${world.user}/chat`, { msgtype: 'text', content });
      await emulator.settled();
      return world.lastPush();
    },
    async lastPush() {
      const pushes = await emulator.get<PushRecord[]>('/emulator/pushes');
      const own = pushes.find(({ openid }) => openid === world.user);
      if (own === undefined) throw new Error('nothing was pushed');
      return own;
    },
    read: (collection) =>
      emulator
        .call(world.user, 'read', { collection, where: { openid: world.user } })
        .catch(() => []) as never,
    async waitsAtDesk() {
      const desk = await emulator.get<DeskConversation[]>('/emulator/desk');
      return desk.some(({ openid }) => openid === world.user);
    },
    async repliesTo(openid) {
      const { messages } = await emulator.get<{ messages: { from: string; content: string }[] }>(
        `/emulator/users/${openid}/chat`,
      );
      return messages.filter(({ from }) => from === 'service').map(({ content }) => content);
    },
    async signed(change = {}) {
      const { token } = await emulator.get<PushSettings>('/emulator/push');
      const timestamp = change['timestamp'] ?? String(Math.floor(emulator.clock.now() / 1000));
      const nonce = change['nonce'] ?? String(nonces++);
      return new URLSearchParams({
        signature: sign(token, timestamp, nonce),
        timestamp,
        nonce,
        ...change,
      });
    },
    post: (query, body, type = 'application/json') =>
      fetch(`${emulator.url}/http/messagePush?${query}`, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      }),
  };
  beforeEach(() => {
    world.user = newUser();
  });
  return world;
}
