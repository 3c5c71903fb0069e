import type { PushRecord } from '../../scripts/emulator/contract';
import { APPOINTMENT_REMINDER, ORDER_SHIPPED, PAYMENT_RECEIVED } from '../../scripts/project/seed';
import { newUser } from './runningEmulator';
import {
  emulator,
  notifications,
  OPERATOR,
  ORDER,
  PAYMENT_DATA,
  read,
  refusedWith,
  send,
  subscribe,
  user,
} from './subscriptionWorld';

it('a sender chooses the page, the version of the mini-program and the language of the card', async () => {
  await subscribe(user, [ORDER_SHIPPED]);
  const choices = { page: 'pages/index/index', miniprogramState: 'trial', lang: 'en_US' };

  await send(choices);

  expect(await notifications()).toMatchObject([choices]);
});

describe('who may send', () => {
  let other: string;
  beforeEach(async () => {
    other = newUser();
    await subscribe(user, [ORDER_SHIPPED, PAYMENT_RECEIVED]);
    await subscribe(other, [ORDER_SHIPPED]);
  });

  it('a user may not message another user, whatever he writes into the event', async () => {
    for (const more of [{}, { OPENID: other }, { userInfo: { openId: other } }, { SOURCE: 'scf' }]) {
      expect(await send({ to: other, ...more })).toMatchObject({ ok: false });
    }
    expect(await send({ to: other })).toEqual(refusedWith('NOT_ALLOWED'));
    expect(await notifications(other)).toEqual([]);
  });

  it('a user may not send himself a template that is for operators', async () => {
    expect(await send({ template: 'paymentReceived', data: PAYMENT_DATA })).toEqual(
      refusedWith('NOT_ALLOWED'),
    );
  });

  it('an operator may message a user', async () => {
    expect(await send({ to: user }, OPERATOR)).toMatchObject({ ok: true });
    expect(await send({ to: user, template: 'paymentReceived', data: PAYMENT_DATA }, OPERATOR)).toMatchObject(
      { ok: true },
    );
    expect(await notifications(user)).toHaveLength(2);
  });

  it('an operator is whoever has a document in the collection, unless he wrote it himself', async () => {
    const appoint = (document: Record<string, string>) =>
      emulator.call(user, 'write', { collection: 'xinshi_operators', document });
    const honest = newUser();
    expect(await send({ to: user }, honest)).toEqual(refusedWith('NOT_ALLOWED'));

    await appoint({ _id: honest });
    await appoint({ _id: other, _openid: other });

    expect(await send({ to: user }, honest)).toMatchObject({ ok: true });
    expect(await send({ to: user }, other)).toEqual(refusedWith('NOT_ALLOWED'));
  });

  it("the project's own functions may message a user", async () => {
    const data = { template: 'paymentReceived', data: PAYMENT_DATA, to: user };

    expect(await emulator.call(other, 'relay', { name: 'subscribeSend', data })).toMatchObject({
      ok: true,
    });
  });

  it('nobody but WeChat may push', async () => {
    const [{ packet } = { packet: {} }] = await emulator.get<PushRecord[]>('/emulator/pushes');
    const before = await read('xinshi_pushes', { openid: user });

    const forged = { ...packet, CreateTime: '1', FromUserName: user };
    expect(await emulator.call(user, 'messagePush', forged)).toEqual(refusedWith('NOT_ALLOWED'));
    expect(await emulator.call(user, 'relay', { name: 'messagePush', data: forged })).toEqual(
      refusedWith('NOT_ALLOWED'),
    );

    expect(before).toHaveLength(1);
    expect(await read('xinshi_pushes', { openid: user })).toEqual(before);
  });
});

describe('bad input', () => {
  beforeEach(() => subscribe(user, [ORDER_SHIPPED, APPOINTMENT_REMINDER]));

  const LONG = '长'.repeat(10_000);
  const cases: [what: string, input: Record<string, unknown>, code: string, names: string][] = [
    ['an unknown template', { template: 'orderLost' }, 'UNKNOWN_TEMPLATE', 'orderLost'],
    ['no template', { template: undefined }, 'INVALID_INPUT', 'template'],
    ['a template of the wrong type', { template: { $ne: '' } }, 'INVALID_INPUT', 'template'],
    ['a missing field', { data: { ...ORDER, note: undefined } }, 'INVALID_FIELD', 'data.note'],
    ['an empty field', { data: { ...ORDER, note: '' } }, 'INVALID_FIELD', 'data.note'],
    [
      'a field that the template lacks',
      { data: { ...ORDER, colour: 'red' } },
      'INVALID_FIELD',
      'data.colour',
    ],
    [
      '21 characters in a thing',
      { data: { ...ORDER, product: '字'.repeat(21) } },
      'INVALID_FIELD',
      'data.product',
    ],
    [
      'Chinese in a character_string',
      { data: { ...ORDER, orderNo: '编号' } },
      'INVALID_FIELD',
      'data.orderNo',
    ],
    ['a date that is none', { data: { ...ORDER, shippedAt: 'soon' } }, 'INVALID_FIELD', 'data.shippedAt'],
    ['a value of the wrong type', { data: { ...ORDER, product: ['a'] } }, 'INVALID_INPUT', 'data.product'],
    ['data as JSON text', { data: JSON.stringify(ORDER) }, 'INVALID_INPUT', 'data'],
    [
      'a value as WeChat has it',
      { data: { ...ORDER, product: { value: 'a' } } },
      'INVALID_INPUT',
      'data.product',
    ],
    ['10,000 characters in a field', { data: { ...ORDER, product: LONG } }, 'INVALID_INPUT', 'data.product'],
    ['10,000 characters in the name', { template: LONG }, 'INVALID_INPUT', 'template'],
    ['a language that WeChat lacks', { lang: 'fr_FR' }, 'INVALID_INPUT', 'lang'],
    ['a field of the input that does not exist', { touser: 'o1' }, 'INVALID_INPUT', 'touser'],
  ];

  it.each(cases)('%s is refused and named, and no grant is lost', async (_what, input, code, names) => {
    expect(await send(input)).toEqual(refusedWith(code, expect.stringContaining(names)));

    expect(await send({})).toMatchObject({ ok: true });
  });
});
