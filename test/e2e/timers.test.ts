import { join } from 'node:path';
import type { CallRecord, ErrorBody, LogRecord, Timer } from '../../scripts/emulator/contract';
import { temporaryFolder } from '../temporaryFolder';
import { LI_LEI, runEmulator } from './runningEmulator';

const SDK = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
`;

const project = temporaryFolder({
  'cloudbaserc.json': JSON.stringify({
    functionRoot: 'functions',
    functions: [
      { name: 'daily', triggers: [{ name: 'atNine', type: 'timer', config: '0 0 9 * * * *' }] },
      { name: 'twice', triggers: [{ name: 'same', type: 'timer', config: '0 0 0 1 1 * *' }] },
      { name: 'often', triggers: [{ name: 'everyMinute', type: 'timer', config: '0 * * * * * 2031' }] },
      { name: 'wrong', triggers: [{ name: 'sixFields', type: 'timer', config: '0 0 9 * * *' }] },
    ],
  }),
  'functions/daily/index.js': `${SDK}
    exports.main = async (event) => {
      const { TRIGGER_SRC, WX_API_TOKEN, WX_TRIGGER_API_TOKEN_V0 } = process.env;
      const sent = await cloud.openapi.subscribeMessage.send({ touser: '', templateId: '', data: {} }).catch((error) => error);
      return {
        event,
        context: cloud.getWXContext(),
        TRIGGER_SRC,
        WX_API_TOKEN,
        hasToken: typeof WX_TRIGGER_API_TOKEN_V0 === 'string',
        errCode: sent.errCode,
        calls: (await cloud.callFunction({ name: 'whoCalls' })).result,
      };
    };`,
  'functions/daily/config.json': JSON.stringify({
    permissions: { openapi: ['subscribeMessage.send'] },
  }),
  'functions/whoCalls/index.js': `${SDK} exports.main = () => [cloud.getWXContext(), process.env.TRIGGER_SRC];`,
  // As WeChat DevTools has triggers: in the function's own folder.
  'functions/weekly/index.js': 'exports.main = (event) => event;',
  'functions/weekly/config.json': JSON.stringify({
    triggers: [{ name: 'onFriday', type: 'timer', config: '0 30 9 * * FRI *' }],
  }),
  'functions/twice/index.js': 'exports.main = (event) => event;',
  'functions/twice/config.json': JSON.stringify({
    triggers: [
      { name: 'same', type: 'timer', config: '0 0 0 2 2 * *' },
      { name: 'other', type: 'timer', config: '0 0 0 3 3 * *' },
    ],
  }),
  'functions/often/index.js': 'exports.main = (event) => event.Time;',
  'functions/wrong/index.js': 'exports.main = () => {};',
});
const emulator = runEmulator({ functions: join(project, 'functions') });

const at = (iso: string) => Date.parse(iso);
/** Moves the clock and waits for what became due. @returns the calls that were made, oldest first */
async function moveTo(iso: string): Promise<CallRecord[]> {
  const [latest] = await emulator.get<CallRecord[]>('/emulator/calls?limit=1');
  emulator.clock.set(at(iso));
  await emulator.settled();
  const calls = await emulator.get<CallRecord[]>('/emulator/calls?limit=2000');
  return calls.filter(({ id, kind }) => kind === 'function' && id > (latest?.id ?? '')).reverse();
}

describe('a timer', () => {
  it('that became due calls its function as SCF and WeChat do: no OPENID, SOURCE wx_trigger, a token of its own', async () => {
    await moveTo('2030-06-03T00:59:00.000Z');

    const calls = await moveTo('2030-06-03T01:00:30.000Z');

    const daily = calls.find(({ name }) => name === 'daily');
    expect(daily).toMatchObject({ source: 'wx_trigger' });
    expect(daily).not.toHaveProperty('openid');
    expect(daily?.response).toEqual({
      event: { Type: 'Timer', TriggerName: 'atNine', Time: '2030-06-03T01:00:00Z', Message: '' },
      context: { APPID: expect.any(String), ENV: 'local-xinshi', SOURCE: 'wx_trigger' },
      TRIGGER_SRC: 'timer',
      hasToken: true,
      // The cloud call came through to WeChat.
      errCode: 40003,
      calls: [{ APPID: expect.any(String), ENV: 'local-xinshi', SOURCE: 'wx_trigger,scf' }, null],
    });
  });

  it('is run once for each time that it was due, in the order of these times over all functions', async () => {
    await moveTo('2030-06-05T00:00:00.000Z');

    const calls = await moveTo('2030-06-08T00:00:00.000Z');

    const times = calls.flatMap(({ name, request }) =>
      name === 'whoCalls' ? [] : [`${name} ${(request as { Time: string }).Time}`],
    );
    expect(times).toEqual([
      'daily 2030-06-05T01:00:00Z',
      'daily 2030-06-06T01:00:00Z',
      'daily 2030-06-07T01:00:00Z',
      'weekly 2030-06-07T01:30:00Z',
    ]);
  });

  it('that was due very often is run for its last times, and the log says so', async () => {
    await moveTo('2030-12-31T16:00:00.000Z');

    const calls = await moveTo('2030-12-31T20:00:00.000Z');

    const often = calls.filter(({ name }) => name === 'often');
    expect(often).toHaveLength(100);
    expect(often.at(-1)?.response).toBe('2030-12-31T20:00:00Z');
    const logs = await emulator.get<LogRecord[]>('/emulator/logs');
    expect(logs.find(({ functionName }) => functionName === 'often')?.text).toMatch(
      /^The timer everyMinute was due more than 100 times .* up to 2030-12-31T18:20:00.000Z are left out$/,
    );
  });

  it('is not run when the clock is set back, nor once more on the way there again', async () => {
    await moveTo('2031-06-03T02:00:00.000Z');
    expect(await moveTo('2031-06-03T00:30:00.000Z')).toEqual([]);

    const calls = await moveTo('2031-06-03T00:30:10.000Z');

    expect(calls).toEqual([]);
  });

  it('that is not due yet is forgotten by a reset', async () => {
    await emulator.reset();

    expect(await emulator.get<CallRecord[]>('/emulator/calls')).toEqual([]);
    expect(Math.abs(emulator.clock.now() - Date.now())).toBeLessThan(1_000);
  });
});

describe('GET /emulator/timers', () => {
  it('lists the timers of cloudbaserc.json and of config.json with their next due times', async () => {
    emulator.clock.set(at('2030-06-03T00:00:00.000Z'));

    const timers = await emulator.get<Timer[]>('/emulator/timers');

    expect(timers).toContainEqual({
      functionName: 'daily',
      trigger: 'atNine',
      config: '0 0 9 * * * *',
      nextAt: at('2030-06-03T01:00:00.000Z'),
    });
    expect(timers).toContainEqual({
      functionName: 'weekly',
      trigger: 'onFriday',
      config: '0 30 9 * * FRI *',
      nextAt: at('2030-06-07T01:30:00.000Z'),
    });
    expect(timers).toContainEqual({
      functionName: 'wrong',
      trigger: 'sixFields',
      config: '0 0 9 * * *',
      error: expect.stringContaining('seven fields'),
    });
  });

  it('takes the timer of cloudbaserc.json when config.json has another of that name', async () => {
    const timers = await emulator.get<Timer[]>('/emulator/timers');

    expect(timers.filter(({ functionName }) => functionName === 'twice')).toMatchObject([
      { trigger: 'same', config: '0 0 0 1 1 * *' },
      { trigger: 'other', config: '0 0 0 3 3 * *' },
    ]);
  });
});

describe('POST /emulator/timers/:functionName/:trigger/run', () => {
  const run = <T>(path: string) => emulator.request<T>('POST', `/emulator/timers/${path}/run`);

  it('runs a timer now, whenever it is due', async () => {
    emulator.clock.set(at('2030-06-03T00:00:00.000Z'));

    const { status, body } = await run<{ result: { Time: string } }>('weekly/onFriday');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      result: { Type: 'Timer', TriggerName: 'onFriday', Message: '' },
      requestID: expect.any(String),
    });
    expect(body.result.Time).toMatch(/^2030-06-03T00:0/);
  });

  it('answers 404 when there is no such timer', async () => {
    for (const path of ['weekly/onMonday', 'nowhere/onFriday']) {
      expect(await run<ErrorBody>(path)).toMatchObject({
        status: 404,
        body: { error: { code: 'NO_SUCH_TIMER' } },
      });
    }
    expect(await emulator.call(LI_LEI, 'whoCalls')).toMatchObject([{ SOURCE: 'wx_client' }, null]);
  });
});
