/** What somebody tries who can call every function, as each user of a mini-program can. */
import { readdirSync } from 'node:fs';
import type { CallRecord, LogRecord, Notification } from '../../scripts/emulator/contract';
import { builtFunctions } from '../../scripts/project/paths';
import { ORDER_SHIPPED } from '../../scripts/project/seed';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

const OPERATOR = newUser();
const MINUTE_MS = 60_000;
const SECRET = 'do-not-tell-0123456789abcdef';
const settings = {
  XINSHI_CALLS_PER_MINUTE: '20',
  XINSHI_APP_SECRET: SECRET,
  XINSHI_PUSH_TOKEN: SECRET,
  XINSHI_AUDIT_DAYS: '30',
};
const emulator = runEmulator({ functions: builtProject({ operator: OPERATOR, settings }) });

const ORDER = { orderNo: 'XS1', product: '咖啡豆', shippedAt: '2026年11月23日 15:01', note: '请留意' };
const MESSAGE = { template: 'orderShipped', data: ORDER };

let attacker: string;
let victim: string;
beforeEach(async () => {
  attacker = newUser();
  victim = newUser();
  for (const user of [attacker, victim]) {
    await emulator.send('POST', `/emulator/users/${user}/subscribe`, { tmplIds: [ORDER_SHIPPED] });
  }
  await emulator.settled();
});

const attack = (name: string, event: unknown, caller = attacker) =>
  emulator.call<{ ok: boolean; error?: { code: string; hint: string } }>(caller, name, event);
const notifications = (user: string) => emulator.get<Notification[]>(`/emulator/users/${user}/notifications`);
const write = (collection: string, document: Record<string, unknown>) =>
  emulator.call(attacker, 'write', { collection, document: { ...document, _openid: attacker } });
const refused = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) });

describe('a forged identity in the event', () => {
  it.each([
    { userInfo: { openId: OPERATOR } },
    { tcbContext: { OPENID: OPERATOR, SOURCE: 'wx_trigger' } },
    { userInfo: { openId: OPERATOR }, tcbContext: { TRIGGER_SRC: 'timer' } },
  ])('that the platform would add (%j) makes nobody an operator', async (forged) => {
    expect(await attack('subscribeSend', { ...MESSAGE, to: victim, ...forged })).toEqual(
      refused('NOT_ALLOWED'),
    );
    expect(await attack('whoAmI', forged)).toEqual({ ok: true, data: { openid: attacker, operator: false } });
    expect(await notifications(victim)).toEqual([]);
  });

  it.each(['OPENID', 'openid', '_openid', 'SOURCE', 'FromUserName', 'WX_OPENID', 'operator', 'caller'])(
    'as %s is not in the function’s input, and refused',
    async (field) => {
      const event = { ...MESSAGE, [field]: OPERATOR };
      expect(await attack('subscribeSend', event)).toEqual(refused('INVALID_INPUT'));
      expect(await notifications(attacker)).toEqual([]);
    },
  );
});

describe('what is for operators', () => {
  const forOperators: [name: string, event: () => Record<string, unknown>][] = [
    ['subscribeSend', () => ({ ...MESSAGE, to: victim })],
    ['subscribeSend', () => ({ template: 'orderShipped', recipients: [{ to: victim, data: ORDER }] })],
    ['subscribeSend', () => ({ template: 'orderShipped', recipients: [{ to: attacker, data: ORDER }] })],
    ['uniformSend', () => ({ to: attacker, mpTemplateMsg: UNIFORM })],
    ['customerServiceSend', () => ({ to: victim, message: { msgtype: 'text', content: 'hi' } })],
    ['customerServiceTyping', () => ({ to: victim, command: 'Typing' })],
    ['customerServiceMedia', () => ({ action: 'download', mediaId: 'm' })],
    ['customerServiceMedia', () => ({ action: 'upload', fileId: `cloud://env.bucket/${victim}.png` })],
    ['customerServiceDesk', () => ({ action: 'list' })],
    ['customerServiceDesk', () => ({ action: 'thread', openid: attacker })],
    ['customerServiceDesk', () => ({ action: 'close', openid: victim })],
    ['messageHistory', () => ({ scope: 'all' })],
    ['messageHistory', () => ({ openid: victim })],
    ['cleanUp', () => ({})],
  ];

  it.each(forOperators)(
    'in %s is refused with the rule, and WeChat is not asked (case %#)',
    async (name, event) => {
      const before = await openApiCalls();

      const answer = await attack(name, event());

      expect(answer).toEqual(refused('NOT_ALLOWED'));
      expect(answer.error?.hint).toMatch(/operator|server-side/);
      expect(await openApiCalls()).toBe(before);
    },
  );

  it('stays so when a user writes himself into the operators', async () => {
    await write('xinshi_operators', { _id: attacker, note: 'me' });

    expect(await attack('whoAmI', {})).toMatchObject({ data: { operator: false } });
    expect(await attack('subscribeSend', { ...MESSAGE, to: victim })).toEqual(refused('NOT_ALLOWED'));
  });
});

describe('names that reach an object’s prototype', () => {
  it.each([
    '{ "template": "orderShipped", "data": { "__proto__": "x" } }',
    '{ "template": "orderShipped", "data": { "constructor": "x" } }',
    '{ "__proto__": { "to": "x" }, "template": "orderShipped", "data": {} }',
    '{ "template": "__proto__", "data": {} }',
    '{ "template": "constructor", "data": { "name": "x" } }',
    '{ "template": "orderShipped", "to": "o1", "data": { "toString": "x" } }',
    '{ "template": "hasOwnProperty", "data": {} }',
  ])('are refused: %s', async (event) => {
    // The emulator's own door refuses such names: so from a function of the project.
    const answer = await attack('relay', { name: 'subscribeSend', json: event });
    expect(['INVALID_INPUT', 'UNKNOWN_TEMPLATE', 'INVALID_FIELD']).toContain(answer.error?.code);
  });
});

describe('input without measure', () => {
  const deep = (levels: number): unknown => (levels === 0 ? 'x' : { d: deep(levels - 1) });
  it.each<[what: string, event: unknown]>([
    ['nested 90 deep', { ...MESSAGE, data: deep(90) }],
    [
      'of 10,000 fields',
      { ...MESSAGE, data: Object.fromEntries([...Array(10_000)].map((_, n) => [`k${n}`, 'x'])) },
    ],
    ['of a megabyte', { ...MESSAGE, data: { ...ORDER, note: 'x'.repeat(1_000_000) } }],
    ['with a name of 100,000 letters', { ...MESSAGE, data: { ['x'.repeat(100_000)]: 'x' } }],
  ])('%s is refused', async (_what, event) => {
    expect(await attack('subscribeSend', event)).toEqual(refused('INVALID_INPUT'));
  });

  it.each(readdirSync(builtFunctions))('is refused by %s too', async (name) => {
    for (const event of [
      { data: deep(90) },
      { items: Array(5_001).fill(0) },
      { text: 'x'.repeat(500_000) },
    ]) {
      const { error } = await attack(name, event);
      expect(error?.code).toBe('INVALID_INPUT');
      expect(JSON.stringify(error).length).toBeLessThan(1_000);
    }
  });
});

describe('the rate limit', () => {
  const meansNothing = { template: 'nothing', data: {} };

  // A minute that ends in a test lets more pass.
  beforeEach(() => emulator.clock.advance(MINUTE_MS - (emulator.clock.now() % MINUTE_MS)));

  // Thirty calls at once take several instances: each serves one call at a time.
  it('lets a user call 20 times a minute, over all instances together, then tells when to try again', async () => {
    const burst = await Promise.all(Array.from({ length: 30 }, () => attack('subscribeSend', meansNothing)));

    const codes = burst.map(({ error }) => error?.code).sort();
    expect(codes).toEqual([...Array(10).fill('RATE_LIMITED'), ...Array(20).fill('UNKNOWN_TEMPLATE')]);
    expect(burst.find(({ error }) => error?.code === 'RATE_LIMITED')).toMatchObject({
      error: { retryable: true, hint: expect.stringMatching(/^Try again in \d+ seconds\.$/) },
    });
  });

  it('counts each user and function apart, and anew in the next minute', async () => {
    for (let call = 0; call < 21; call += 1) await attack('subscribeSend', meansNothing);

    expect(await attack('subscribeSend', meansNothing)).toEqual(refused('RATE_LIMITED'));
    expect(await attack('subscribeSend', MESSAGE, victim)).toMatchObject({ ok: true });
    expect(await attack('uniformSend', {})).toEqual(refused('INVALID_INPUT'));
    emulator.clock.advance(MINUTE_MS);
    expect(await attack('subscribeSend', MESSAGE)).toMatchObject({ ok: true });
  });

  it('is not undone by a count that a user wrote, nor turned against another', async () => {
    const minute = Math.floor(emulator.clock.now() / MINUTE_MS);
    const expiresAt = (minute + 2) * MINUTE_MS;
    for (const at of [minute, minute + 1]) {
      await write('xinshi_rates', { _id: `subscribeSend:${attacker}:${at}`, calls: -1_000, expiresAt });
      await write('xinshi_rates', { _id: `subscribeSend:${victim}:${at}`, calls: 1_000, expiresAt });
    }

    expect(await attack('subscribeSend', MESSAGE, victim)).toMatchObject({ ok: true });
    for (let call = 0; call < 20; call += 1) await attack('subscribeSend', meansNothing);
    expect(await attack('subscribeSend', meansNothing)).toEqual(refused('RATE_LIMITED'));
  });

  it('lets a call pass that cannot be counted, and says so in the log', async () => {
    await emulator.send('PUT', '/emulator/faults', {
      rules: [
        {
          api: 'database.modifyDocument',
          kind: 'cloudError',
          code: 'DATABASE_REQUEST_FAILED',
          message: 'no count',
          times: 1,
        },
      ],
    });
    expect(await attack('subscribeSend', MESSAGE)).toMatchObject({ ok: true });
    emulator.faults.clear();

    expect(await notifications(attacker)).toHaveLength(1);
    expect(JSON.stringify(await emulator.get<LogRecord[]>('/emulator/logs'))).toContain(
      'a call could not be counted',
    );
  });

  it('does not count the project’s own functions', async () => {
    const data = { ...meansNothing, to: victim };
    for (let call = 0; call < 25; call += 1) {
      expect(await attack('relay', { name: 'subscribeSend', data })).toEqual(refused('UNKNOWN_TEMPLATE'));
    }
  });
});

it('no secret and no content of a message is in a log or an answer, whatever was tried', async () => {
  await attack('subscribeSend', { ...MESSAGE, access_token: SECRET });
  await emulator.send('PUT', '/emulator/faults', {
    rules: [{ api: 'database', kind: 'cloudError', code: 'DATABASE_REQUEST_FAILED', message: 'boom' }],
  });
  const broken = await attack('subscribeSend', MESSAGE);
  emulator.faults.clear();

  expect(broken).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  // What cannot be recorded is not sent.
  expect(await notifications(attacker)).toEqual([]);
  expect(JSON.stringify(broken)).not.toContain('boom');
  const logs = JSON.stringify(await emulator.get<LogRecord[]>('/emulator/logs'));
  expect(logs).toContain('boom');
  expect(logs).not.toContain(SECRET);
  expect(logs).not.toContain('咖啡豆');
  const answers = (await functionCalls('subscribeSend')).map(({ response }) => response);
  expect(JSON.stringify(answers)).not.toContain(SECRET);
});

const UNIFORM = {
  appid: 'wx9a8b7c6d5e4f3a2b',
  templateId: 't',
  url: '',
  miniprogram: { appid: 'wx0f1e2d3c4b5a6978', pagepath: '' },
  data: {},
};

async function calls(): Promise<CallRecord[]> {
  return emulator.get<CallRecord[]>('/emulator/calls?limit=2000');
}
const openApiCalls = async () => (await calls()).filter(({ kind }) => kind !== 'function').length;
const functionCalls = async (name: string) =>
  (await calls()).filter((call) => call.kind === 'function' && call.name === name);
