import type { PushSettings } from '../../scripts/emulator/contract';
import { SHUTTLE_ARRIVING } from '../../scripts/project/seed';
import { runPushWorld } from './messagePushWorld';
import { newUser } from './runningEmulator';

const ORDER_SHIPPED = 'mF3kQ0xWzXb7uYtR2sLhV9pJcN6aDgE1oKiT8yUvB4w';

const world = runPushWorld();
const { emulator } = world;

describe.each(['plain', 'compatible', 'safe'] as const)('in %s mode', (mode) => {
  describe.each(['json', 'xml'] as const)('in %s', (format) => {
    beforeEach(async () => {
      expect(await world.pushOverHttp({ mode, format })).toMatchObject({ status: 200 });
    });

    it('a message is recorded, with every digit of its id, and answered by the rules', async () => {
      const push = await world.writes('在吗');

      expect(push.attempts).toMatchObject([{ response: 'success' }]);
      const [record] = await world.read<{ packet: string }>('xinshi_pushes');
      expect(record).toMatchObject({ kind: 'text', openid: world.user, answer: 'success' });
      expect(JSON.parse(record?.packet ?? '')).toMatchObject({
        MsgId: push.packet['MsgId'],
        Content: '在吗',
      });
      expect(await world.repliesTo(world.user)).toHaveLength(1);
    });

    it('a message that asks for a person is handed over', async () => {
      const push = await world.writes('人工');

      expect(push.attempts).toMatchObject([{ response: { MsgType: 'transfer_customer_service' } }]);
      expect(push.attempts[0]?.warning).toBeUndefined();
      expect(await world.waitsAtDesk()).toBe(true);
    });

    it('an answer on the panel counts as a grant for each template', async () => {
      await emulator.send('POST', `/emulator/users/${world.user}/subscribe`, {
        tmplIds: [ORDER_SHIPPED],
      });
      await emulator.settled();

      expect((await world.lastPush()).attempts).toMatchObject([{ response: 'success' }]);
      expect(await world.read('xinshi_subscriptions')).toMatchObject([
        { tmplId: ORDER_SHIPPED, granted: 1, lastAnswer: 'accept' },
      ]);
    });

    it('a withdrawal is taken, and coming in is recorded and never handed over', async () => {
      const path = `/emulator/users/${world.user}`;
      await emulator.send('POST', `${path}/subscribe`, { tmplIds: [SHUTTLE_ARRIVING], alwaysKeep: true });
      await emulator.request('PATCH', `${path}/setting`, {
        itemSettings: { [SHUTTLE_ARRIVING]: 'reject' },
      });
      await emulator.settled();
      expect(await world.read('xinshi_subscriptions')).toMatchObject([
        { tmplId: SHUTTLE_ARRIVING, open: false, lastAnswer: 'reject' },
      ]);

      await emulator.send('POST', `${path}/chat/enter`, { sessionFrom: '人工' });
      await emulator.settled();
      expect((await world.lastPush()).attempts).toMatchObject([{ response: 'success' }]);
      expect(await world.waitsAtDesk()).toBe(false);
    });
  });
});

describe('a push whose answer WeChat does not get', () => {
  it.each(['在吗', '人工'])(
    '%s: gets the same answer when it comes again, and is handled once',
    async (text) => {
      await world.pushOverHttp({ mode: 'safe', format: 'xml' });
      const rule = { api: 'push.text', kind: 'duplicate', times: 1 };
      await emulator.request('PUT', '/emulator/faults', { rules: [rule] });
      const push = await world.writes(text);
      await emulator.request('PUT', '/emulator/faults', { rules: [] });

      expect(push.attempts).toHaveLength(2);
      expect(push.attempts[1]?.response).toEqual(push.attempts[0]?.response);
      expect(await world.read('xinshi_pushes')).toHaveLength(1);
      expect(await world.read('xinshi_messages')).toMatchObject([{ direction: 'in' }, { direction: 'out' }]);
      expect(await world.repliesTo(world.user)).toHaveLength(1);
    },
  );
});

describe('the address', () => {
  it('is not verified with another token: the log names the setting', async () => {
    const answer = await world.pushOverHttp({ token: 'another' });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'URL_NOT_VERIFIED' } } });
    const logs = await emulator.get<{ text: string }[]>('/emulator/logs');
    expect(JSON.stringify(logs)).toContain('XINSHI_PUSH_TOKEN');
    expect(JSON.stringify(logs)).not.toContain('another');
  });

  it('answers echostr as text that no browser takes for a page', async () => {
    const query = await world.signed({ echostr: '<script>alert(1)</script>' });
    const answer = await fetch(`${emulator.url}/http/messagePush?${query}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<script>alert(1)</script>');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('takes GET and POST alone', async () => {
    const query = await world.signed();
    const answer = await fetch(`${emulator.url}/http/messagePush?${query}`, { method: 'PUT', body: '{}' });
    expect(answer.status).toBe(405);
  });
});

describe('an event that is not known', () => {
  it('is recorded and acknowledged', async () => {
    const FromUserName = world.user;
    const packet = { FromUserName, CreateTime: 1, MsgType: 'event', Event: 'wxa_media_check', trace_id: 't' };
    const answer = await world.post(await world.signed(), JSON.stringify(packet));
    expect(await answer.text()).toBe('success');
    expect(await world.read('xinshi_pushes')).toMatchObject([
      { kind: 'unknown', packet: JSON.stringify(packet) },
    ]);
  });
});

describe('one push that two instances get at the same time', () => {
  it('is handled once, and both are answered alike', async () => {
    await world.pushOverHttp({ mode: 'plain', format: 'json' });
    const packet = (await world.writes('第一条')).packet;
    for (const [Content, MsgType] of [
      ['在吗', undefined],
      ['人工', 'transfer_customer_service'],
    ]) {
      world.user = newUser();
      await emulator.send('POST', `/emulator/users/${world.user}/chat/enter`, {});
      await emulator.settled();
      const before = (await world.repliesTo(world.user)).length;
      const body = JSON.stringify({ ...packet, FromUserName: world.user, Content, MsgId: '77' });
      const answers = await Promise.all(
        [1, 2, 3, 4].map(async () => (await world.post(await world.signed(), body)).text()),
      );

      expect(new Set(answers).size).toBe(1);
      if (MsgType === undefined) expect(answers[0]).toBe('success');
      else expect(JSON.parse(answers[0] ?? '')).toMatchObject({ MsgType, ToUserName: world.user });
      const messages = await world.read<{ direction: string }>('xinshi_messages');
      expect(messages.filter(({ direction }) => direction === 'in')).toHaveLength(2);
      expect(await world.repliesTo(world.user)).toHaveLength(before + 1);
    }
  });
});

describe('the settings of the emulator', () => {
  it('are those that messagePush has', async () => {
    const { token, encodingAESKey } = await emulator.get<PushSettings>('/emulator/push');
    expect(token).not.toBe('');
    expect(encodingAESKey).toHaveLength(43);
  });
});
