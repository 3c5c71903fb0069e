/** A cloud function that times calls of wx-server-sdk from the inside, against whatever gateway it is told of. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SdkCall = 'send' | 'get' | 'add';

/** Which SDK call to time, how often, and against which gateway. */
export interface TimedCalls {
  what: SdkCall;
  times: number;
  gatewayUrl: string;
  openid: string;
  tmplId: string;
}

const CODE = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();

const CALLS = {
  send: ({ openid, tmplId }) => cloud.openapi.subscribeMessage.send({
    touser: openid,
    templateId: tmplId,
    data: { thing1: { value: '园区 3 号线' }, time2: { value: '15:01' }, phrase3: { value: '即将到站' } },
  }),
  get: () => db.collection('bench').doc('one').get(),
  add: () => db.collection('bench').add({ data: { text: 'x', n: 1 } }),
};

exports.main = async (event) => {
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: event.gatewayUrl });
  const call = CALLS[event.what];
  const timings = [];
  for (let n = 0; n < event.times; n++) {
    const startedAt = performance.now();
    await call(event);
    timings.push(performance.now() - startedAt);
  }
  return timings;
};
`;

const PREPARE = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async () => {
  await cloud.database().createCollection('bench');
  await cloud.database().collection('bench').add({ data: { _id: 'one', text: 'x', n: 1 } });
};
`;

/** @returns a folder of functions: `prepare`, then `time` with {@link TimedCalls} */
export function writeSdkFunctions(): { functions: string; remove(): void } {
  const project = mkdtempSync(join(tmpdir(), 'xinshi-bench-'));
  const functions = join(project, 'functions');
  const write = (name: string, files: Record<string, string>) => {
    mkdirSync(join(functions, name), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(functions, name, file), text);
  };
  writeFileSync(
    join(project, 'cloudbaserc.json'),
    JSON.stringify({ functionRoot: 'functions', functions: [{ name: 'time', timeout: 60 }] }),
  );
  write('prepare', { 'index.js': PREPARE });
  write('time', {
    'index.js': CODE,
    'config.json': JSON.stringify({ permissions: { openapi: ['subscribeMessage.send'] } }),
  });
  return { functions, remove: () => rmSync(project, { recursive: true }) };
}
