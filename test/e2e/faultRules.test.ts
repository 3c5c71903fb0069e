import type { FaultRule } from '../../scripts/emulator/contract';
import { emulator } from './faultWorld';

describe('/emulator/faults', () => {
  const put = (body: unknown) =>
    emulator.request<{ error: { code: string; message: string } }>('PUT', '/emulator/faults', body);

  it('gives back what was put, with what was left out', async () => {
    const { body } = await put({ rules: [{ api: '*', kind: 'latency', latencyMs: 5 }] });

    expect(body).toEqual({ seed: 1, rules: [{ api: '*', share: 1, kind: 'latency', latencyMs: 5 }] });
    expect(await emulator.get('/emulator/faults')).toEqual(body);
  });

  it('is empty after a reset', async () => {
    await put({ seed: 7, rules: [{ api: '*', kind: 'latency', latencyMs: 5 }] });
    await emulator.request('POST', '/emulator/reset');

    expect(await emulator.get('/emulator/faults')).toEqual({ seed: 1, rules: [] });
  });

  const wrong: [why: string, rule: Partial<Record<keyof FaultRule | string, unknown>>, message: string][] = [
    [
      'an unknown name',
      { api: 'subscribe.send', kind: 'replyLost' },
      'rules.0.api: must be *, or one of subscribeMessage',
    ],
    ['no name', { kind: 'replyLost' }, 'rules.0.api'],
    ['an unknown kind', { api: '*', kind: 'fire' }, 'rules.0.kind'],
    ['a share over 1', { api: '*', kind: 'replyLost', share: 2 }, 'rules.0.share'],
    ['latency without a time', { api: '*', kind: 'latency' }, 'rules.0.latencyMs'],
    ['a field that does not exist', { api: '*', kind: 'replyLost', chance: 1 }, 'rules.0.chance'],
    ['errcode 0', { api: 'subscribeMessage.send', kind: 'error', errcode: 0 }, 'rules.0.errcode'],
    [
      'an errcode without a text',
      { api: 'subscribeMessage.send', kind: 'error', errcode: 99999 },
      'give an errmsg',
    ],
    [
      'a kind that cannot hit it',
      { api: 'push.text', kind: 'error', errcode: -1 },
      'push.text cannot be hit by error',
    ],
    [
      'a code that the phone does not have',
      { api: 'requestSubscribeMessage', kind: 'error', errcode: 45009, errmsg: 'text' },
      'errcode must be one of 10002, 10003, 10005',
    ],
  ];
  it.each(wrong)('refuses %s, naming the place', async (_why, rule, message) => {
    const { status, body } = await put({ rules: [rule] });

    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'INVALID_REQUEST', message: expect.stringContaining(message) });
  });
});
