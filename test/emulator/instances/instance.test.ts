import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Instance,
  type InstanceAnswer,
  START_LIMIT_MS,
  startInstance,
} from '../../../scripts/emulator/instances/instance';
import type { ToInstance } from '../../../scripts/emulator/instances/protocol';
import { temporaryFolder } from '../../temporaryFolder';
import { isRunning } from './isRunning';

const MB = 1024 * 1024;

const started: Instance[] = [];
const logs: string[] = [];

/** Starts an instance of a function whose `index.js` is this code. */
function instanceOf(code: string, environment: Record<string, string> = {}): Instance {
  const instance = startInstance({
    folder: temporaryFolder({ 'index.js': code }),
    handler: 'index.main',
    memorySize: 128,
    environment: { PATH: process.env['PATH'] ?? '', ...environment },
    onLog: (requestId, level, text) => logs.push(`${requestId} ${level} ${text}`),
  });
  started.push(instance);
  return instance;
}

function call(
  instance: Instance,
  message: Partial<ToInstance> = {},
  timeLimitMs = 10_000,
): Promise<InstanceAnswer> {
  const context = {} as ToInstance['context'];
  return instance.call(
    {
      requestId: 'r1',
      event: '{}',
      context,
      environment: {},
      aheadMs: 0,
      memoryLimit: 128 * MB,
      resultLimit: 6 * MB,
      ...message,
    },
    timeLimitMs,
  );
}

beforeEach(() => logs.splice(0));
afterEach(() => jest.useRealTimers());
afterAll(() => Promise.all(started.map((instance) => instance.stop())));

describe('an instance', () => {
  it('answers with what the function returns, as JSON', async () => {
    const instance = instanceOf(
      'exports.main = async (event) => ({ doubled: event.n * 2, gone: undefined });',
    );

    expect(await call(instance, { event: '{"n":21}' })).toEqual({ kind: 'result', result: '{"doubled":42}' });
  });

  it('takes no harm from what the function itself sends to a parent process, as PM2 wants it', async () => {
    const instance = instanceOf(
      "exports.main = () => { for (const said of ['ready', null, 1, { type: 'log' }]) process.send(said); return 1; };",
    );

    expect(await call(instance)).toEqual({ kind: 'result', result: '1' });
    expect(logs).toEqual([]);
  });

  it('answers null for a function that returns nothing', async () => {
    expect(await call(instanceOf('exports.main = () => {};'))).toEqual({ kind: 'result', result: 'null' });
  });

  it('keeps its module state from one call to the next', async () => {
    const instance = instanceOf('let n = 0; exports.main = async () => ++n;');
    await call(instance);

    expect(await call(instance, { requestId: 'r2' })).toEqual({ kind: 'result', result: '2' });
  });

  it('tells what the function threw, with its stack, and goes on', async () => {
    const instance = instanceOf(
      "exports.main = async ({ fail }) => { if (fail) throw new Error('boom'); return 1; };",
    );

    expect(await call(instance, { event: '{"fail":true}' })).toEqual({
      kind: 'thrown',
      message: expect.stringMatching(/^Error: boom\n.*index\.js:1/s),
    });
    expect(await call(instance, { requestId: 'r2' })).toEqual({ kind: 'result', result: '1' });
  });

  it('tells an error while the function is loaded', async () => {
    expect(await call(instanceOf("require('no-such-module');"))).toMatchObject({
      kind: 'thrown',
      message: expect.stringContaining("Cannot find module 'no-such-module'"),
    });
    expect(await call(instanceOf('exports.other = 1;'))).toMatchObject({
      kind: 'thrown',
      message: expect.stringContaining('index.js exports no function main'),
    });
  });

  it('is ended at its time limit', async () => {
    const instance = instanceOf('exports.main = () => new Promise(() => {});');

    expect(await call(instance, {}, 300)).toEqual({ kind: 'timedOut' });
    expect(instance.gone).toBe(true);
  });

  it('is ended at its time limit when it never yields', async () => {
    expect(await call(instanceOf('exports.main = () => { for (;;); };'), {}, 300)).toEqual({
      kind: 'timedOut',
    });
  });

  it('has its time from when it is loaded: a machine that starts it slowly takes nothing of it', async () => {
    const file = join(temporaryFolder(), 'go on');
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const instance = instanceOf(
      `while (!require('node:fs').existsSync(${JSON.stringify(file)})); exports.main = () => 'in time';`,
    );
    const answer = call(instance, {}, 1_000);

    jest.advanceTimersByTime(1_000);
    writeFileSync(file, '');

    expect(await answer).toEqual({ kind: 'result', result: '"in time"' });
  });

  it('is ended when it is not loaded in the time for that', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const instance = instanceOf('for (;;);');
    const answer = call(instance, {}, 1_000);

    jest.advanceTimersByTime(START_LIMIT_MS);

    expect(await answer).toEqual({ kind: 'notLoaded' });
    expect(instance.gone).toBe(true);
  });

  it('takes what the function started with it, at its time limit and when its process ends', async () => {
    const startsSleep = (then: string) =>
      instanceOf(`
        exports.main = ({ file }) => {
          const sleep = require('node:child_process').spawn('sleep', ['600'], { stdio: 'ignore' });
          require('node:fs').writeFileSync(file, String(sleep.pid));
          ${then}
        };`);
    for (const then of ['return new Promise(() => {});', 'process.exit(3);']) {
      const file = join(temporaryFolder(), 'pid');
      const instance = startsSleep(then);
      await call(instance, { event: JSON.stringify({ file }) }, 1_000);
      await instance.ended;

      const sleep = Number(readFileSync(file, 'utf8'));
      while (isRunning(sleep)) await wait(10);
    }
  });

  it('tells that its process ended', async () => {
    const instance = instanceOf('exports.main = () => process.exit(3);');

    expect(await call(instance)).toEqual({ kind: 'exited', message: 'exit code 3' });
    expect(instance.gone).toBe(true);
  });

  it('hands over what the function prints with the id of its call', async () => {
    await call(instanceOf("exports.main = () => { console.log('hello', 1); console.error('oh'); };"), {
      requestId: 'r9',
    });

    expect(logs).toEqual(['r9 info hello 1', 'r9 error oh']);
  });

  it('gives each call its own variables and takes them away after it', async () => {
    const instance = instanceOf('exports.main = () => [process.env.KEPT, process.env.OPENID ?? null];', {
      KEPT: 'yes',
    });

    expect(await call(instance, { environment: { OPENID: 'o1' } })).toMatchObject({ result: '["yes","o1"]' });
    expect(await call(instance, { requestId: 'r2' })).toMatchObject({ result: '["yes",null]' });
  });

  it("sees none of the emulator's own variables", async () => {
    process.env['XINSHI_SECRET_OF_THE_SHELL'] = 'secret';
    const instance = instanceOf('exports.main = () => process.env.XINSHI_SECRET_OF_THE_SHELL;');
    delete process.env['XINSHI_SECRET_OF_THE_SHELL'];

    expect(await call(instance)).toMatchObject({ result: 'null' });
  });

  it("tells the emulator's time", async () => {
    const instance = instanceOf(
      'exports.main = () => [Date.now(), new Date().getTime(), new Date(5).getTime(), new Date() instanceof Date];',
    );
    const aheadMs = 48 * 3_600_000;
    const before = Date.now() + aheadMs;

    const answer = await call(instance, { aheadMs });

    const [now, date, given, isDate] = JSON.parse(
      answer.kind === 'result' ? answer.result : '[]',
    ) as unknown[];
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThan(before + 60_000);
    expect(date).toBeGreaterThanOrEqual(before);
    expect(given).toBe(5);
    expect(isDate).toBe(true);
  });

  it('finds wx-server-sdk when the folder has none', async () => {
    const instance = instanceOf("exports.main = () => typeof require('wx-server-sdk').getWXContext;");

    expect(await call(instance)).toMatchObject({ result: '"function"' });
  });
});
