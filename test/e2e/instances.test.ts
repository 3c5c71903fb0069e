import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallRecord, ErrorBody, LogRecord } from '../../scripts/emulator/contract';
import { isRunning } from '../emulator/instances/isRunning';
import { addFiles, temporaryFolder } from '../temporaryFolder';
import { LI_LEI, runEmulator } from './runningEmulator';

/** Two calls meet when `together` of them are in the same instant, each in an instance of its own. */
const MEET = `
  const { appendFileSync, readFileSync } = require('node:fs');
  exports.main = async ({ file, together }) => {
    appendFileSync(file, process.pid + '\\n');
    const present = () => readFileSync(file, 'utf8').trim().split('\\n').length;
    while (present() < together) await new Promise((done) => setTimeout(done, 5));
    return process.pid;
  };`;

const project = temporaryFolder({
  'cloudbaserc.json': JSON.stringify({
    functionRoot: 'functions',
    functions: [
      { name: 'hungry', memorySize: 64, timeout: 20 },
      { name: 'meet', timeout: 20 },
    ],
  }),
  'functions/who/index.js': 'let calls = 0; exports.main = () => ({ pid: process.pid, calls: ++calls });',
  'functions/meet/index.js': MEET,
  'functions/hungry/index.js': `
    const kept = [];
    exports.main = async ({ eat }) => {
      while (eat === 'heap') kept.push(new Array(1e5).fill(kept.length));
      while (eat === 'buffers') {
        kept.push(Buffer.alloc(8 * 1024 * 1024));
        await new Promise((done) => setTimeout(done, 5));
      }
      return 'full';
    };`,
  'functions/crash/index.js': `
    exports.main = ({ how, then }) => {
      if (how === 'exit') process.exit(3);
      if (how === 'later') setImmediate(() => { throw new Error('after the call'); });
      if (how === 'rejection') setImmediate(() => Promise.reject(new Error('nobody caught me')));
      if (how === 'during') return new Promise(() => setImmediate(() => { throw new Error('in the call'); }));
      return process.pid;
    };`,
  'functions/answer/index.js': `
    const circle = {};
    circle.circle = circle;
    const answers = {
      bigint: () => ({ n: 1n }),
      circle: () => circle,
      nothing: () => undefined,
      date: () => new Date(0),
      nan: () => [NaN, undefined],
      function: () => () => 1,
    };
    exports.main = ({ kind, length }) => (kind === 'long' ? 'x'.repeat(length) : answers[kind]());`,
  'functions/callback/index.js': `
    exports.main = (event, context, callback) => {
      setTimeout(() => (event.fail ? callback(new Error('told by callback')) : callback(null, 'called back')), 1);
    };`,
  'functions/print/index.js': `
    exports.main = async ({ what }) => {
      if (what === 'lines') console.log('one\\ntwo\\nthree');
      if (what === 'parts') for (const part of ['a', 'b', 'c\\n', 'left']) process.stdout.write(part);
      if (what === 'split') for (const byte of Buffer.from('你好\\n')) process.stdout.write(Buffer.from([byte]));
      if (what === 'after') setTimeout(() => console.error('said after the call'), 1);
    };`,
});
const emulator = runEmulator({ functions: join(project, 'functions'), instances: { limit: 3 } });
const impatient = runEmulator({ functions: join(project, 'functions'), instances: { idleMs: 1 } });

const call = <T>(name: string, data?: unknown) => emulator.call<T>(LI_LEI, name, data);
const failure = async (name: string, data?: unknown) => {
  const { status, body } = await emulator.request<ErrorBody>('POST', `/emulator/users/${LI_LEI}/call`, {
    name,
    data,
  });
  return { status, ...body.error };
};

/** Looks until it is so: for what a process does in its own time. */
async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await wait(10);
  }
}

const logWith = (text: string) =>
  until(async () =>
    (await emulator.get<LogRecord[]>('/emulator/logs')).find((log) => log.text.includes(text)),
  );

describe('function instances', () => {
  it('are started by the first call and kept warm for the next', async () => {
    const cold = await call<{ pid: number; calls: number }>('who');
    const warm = await call<{ pid: number; calls: number }>('who');

    expect(cold.calls).toBe(1);
    expect(warm).toEqual({ pid: cold.pid, calls: 2 });
  });

  it('are stopped when nobody has called for a while, and started again by the next call', async () => {
    const { pid } = await impatient.call<{ pid: number }>(LI_LEI, 'who');

    await until(() => !isRunning(pid));

    expect(await impatient.call(LI_LEI, 'who')).toMatchObject({ calls: 1 });
  });

  it('grow in number while all are busy', async () => {
    const file = join(temporaryFolder(), 'present');
    const met = await Promise.all([1, 2, 3].map(() => call<number>('meet', { file, together: 3 })));

    expect(new Set(met).size).toBe(3);
  });

  it('do not grow beyond the limit: a call more waits for one that becomes free', async () => {
    const file = join(temporaryFolder(), 'present');
    const met = await Promise.all([1, 2, 3, 4, 5, 6].map(() => call<number>('meet', { file, together: 3 })));

    expect(new Set(met).size).toBeLessThanOrEqual(3);
  });

  it('run the new code when the build has swapped the folder, and wait while it is missing for an instant', async () => {
    const folder = join(project, 'functions/swapped');
    addFiles(project, { 'functions/swapped/index.js': 'exports.main = () => "old";' });
    expect(await call('swapped')).toBe('old');

    renameSync(folder, `${folder}.old`);
    const called = call('swapped');
    await wait(60);
    addFiles(project, { 'functions/swapped/index.js': 'exports.main = () => "new";' });

    expect(await called).toBe('new');
  });

  it('answer by a callback when the function takes one', async () => {
    expect(await call('callback')).toBe('called back');
    expect(await failure('callback', { fail: true })).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('told by callback'),
    });
  });
});

describe('the memory limit of a function', () => {
  it.each(['heap', 'buffers'])(
    'ends a call that fills %s with FUNCTIONS_MEMORY_LIMIT_EXCEEDED, and the next call is served',
    async (eat) => {
      expect(await failure('hungry', { eat })).toEqual({
        status: 500,
        code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
        errCode: -504002,
        message: 'MemoryLimitReached: the function used more than the 64 MB that it is given (memorySize)',
        requestID: expect.any(String),
      });
      expect(await call('hungry', {})).toBe('full');
    },
  );
});

describe('a crash', () => {
  it('in a call is its failure, with the stack, and the next call gets a new instance', async () => {
    expect(await failure('crash', { how: 'during' })).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringMatching(/^Error: in the call\n\s+at /),
    });
    expect(await failure('crash', { how: 'exit' })).toMatchObject({
      message: "The function's process ended: exit code 3",
    });
    expect(await call('crash', {})).toEqual(expect.any(Number));
  });

  it('is refused with the request id that the journal has it by', async () => {
    const { requestID } = await failure('crash', { how: 'during' });

    const [call] = await emulator.get<CallRecord[]>('/emulator/calls?limit=1');
    expect(call).toMatchObject({ requestId: requestID, error: { code: 'FUNCTIONS_EXECUTE_FAIL' } });
  });

  it.each([
    ['an exception', 'later', 'Error: after the call'],
    ['a rejection that nobody handles', 'rejection', 'Error: nobody caught me'],
  ])('after the call, by %s, is in the log, and the emulator goes on', async (_, how, text) => {
    const pid = await call<number>('crash', { how });

    const log = await logWith(text);

    expect(log).toMatchObject({ functionName: 'crash', level: 'error' });
    await until(() => !isRunning(pid));
    expect(await call('crash', {})).not.toBe(pid);
  });
});

describe('what a function answers', () => {
  it.each([
    ['bigint', 'BigInt'],
    ['circle', 'circular'],
  ])('is refused with a clear error when JSON cannot hold it: a %s', async (kind, word) => {
    expect(await failure('answer', { kind })).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringMatching(new RegExp(`The function answered what JSON cannot hold: .*${word}`)),
    });
  });

  it('is what JSON makes of it', async () => {
    expect(await call('answer', { kind: 'nothing' })).toBeNull();
    expect(await call('answer', { kind: 'function' })).toBeNull();
    expect(await call('answer', { kind: 'date' })).toBe('1970-01-01T00:00:00.000Z');
    expect(await call('answer', { kind: 'nan' })).toEqual([null, null]);
  });

  it('may have 1M towards a mini-program: -604001', async () => {
    const limit = 1024 * 1024;

    expect(await call('answer', { kind: 'long', length: limit - 2 })).toHaveLength(limit - 2);
    expect(await failure('answer', { kind: 'long', length: limit - 1 })).toMatchObject({
      status: 500,
      code: 'RESPONSE_TOO_LARGE',
      errCode: -604001,
    });
  });

  it('may have 6MB', async () => {
    expect(await failure('answer', { kind: 'long', length: 6 * 1024 * 1024 })).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('The size of response exceeds the upper limit (6MB)'),
    });
  });
});

describe('an event', () => {
  it('and an answer that are long are kept in the journal as their beginning', async () => {
    await call('answer', { kind: 'long', length: 100_000, note: 'y'.repeat(100_000) });

    const [latest] = await emulator.get<CallRecord[]>('/emulator/calls?limit=1');
    expect(latest?.response).toMatch(/^"x{65535}… \(100002 characters\)$/);
    expect(latest?.request).toMatch(/^\{"kind":"long".*y… \(\d{6} characters\)$/);
  });

  it('may have 6MB', async () => {
    expect(await failure('who', { text: 'x'.repeat(6 * 1024 * 1024) })).toMatchObject({
      status: 413,
      code: 'EXCEED_MAX_PAYLOAD_SIZE',
      errCode: -504001,
    });
    expect(await call('who', { text: 'x'.repeat(5 * 1024 * 1024) })).toMatchObject({
      pid: expect.any(Number),
    });
  });
});

describe('what a function prints', () => {
  const printed = async (what: string) => {
    await call('print', { what });
    return (await emulator.get<LogRecord[]>('/emulator/logs?limit=2')).map(({ text }) => text);
  };

  it('is one record when it is printed at once, in several lines', async () => {
    expect((await printed('lines'))[0]).toBe('one\ntwo\nthree');
  });

  it('is put together when it is printed in parts, and its unfinished end comes with the end of the call', async () => {
    expect(await printed('parts')).toEqual(['left', 'abc']);
  });

  it('is put together when a character is split', async () => {
    expect((await printed('split'))[0]).toBe('你好');
  });

  it('after its call has the request id of that call', async () => {
    await call('print', { what: 'after' });
    const [latest] = await emulator.get<{ requestId: string }[]>('/emulator/calls?limit=1');

    expect(await logWith('said after the call')).toMatchObject({
      level: 'error',
      requestId: latest?.requestId,
    });
  });
});
