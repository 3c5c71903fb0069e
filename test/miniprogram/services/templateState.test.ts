import { afterAnswer, stateOf } from '../../../miniprogram/services/templateState';

const oneTime = { type: 'oneTime', remaining: 0 } as const;
const longTerm = { type: 'longTerm', remaining: 0 } as const;

describe('stateOf', () => {
  it.each([
    ['never asked', oneTime, undefined, 'neverAsked', '从未询问'],
    ['granted', { ...oneTime, remaining: 2, lastAnswer: 'accept' }, undefined, 'granted', '已授权 2 条'],
    ['used up', { ...oneTime, lastAnswer: 'accept' }, undefined, 'usedUp', '已用完'],
    ['refused', { ...oneTime, lastAnswer: 'reject' }, undefined, 'refused', '已拒绝'],
    [
      'refused, with sends left',
      { ...oneTime, remaining: 1, lastAnswer: 'reject' },
      undefined,
      'granted',
      '已授权 1 条',
    ],
    ['banned', { ...oneTime, lastAnswer: 'ban' }, undefined, 'banned', '已封禁'],
    ['a long-term template that is open', { ...longTerm, remaining: 1 }, undefined, 'granted', '已开启'],
    ['always accepted', { ...oneTime, remaining: 2 }, 'accept', 'always', '总是接收 · 2 条'],
    [
      'a long-term template that the user closed',
      { ...longTerm, lastAnswer: 'accept' },
      undefined,
      'refused',
      '已关闭',
    ],
    ['always accepted, with nothing left', oneTime, 'accept', 'always', '总是接收'],
    ['always refused', oneTime, 'reject', 'refused', '总是拒绝'],
    ['kept, and banned since', oneTime, 'ban', 'banned', '已封禁'],
  ] as const)('%s', (_, template, kept, kind, label) => {
    expect(stateOf(template, kept)).toMatchObject({ kind, label });
  });

  it('lets everything be asked for but what is banned', () => {
    expect(stateOf(oneTime, 'reject').subscribable).toBe(true);
    expect(stateOf(oneTime, 'ban').subscribable).toBe(false);
  });
});

describe('afterAnswer', () => {
  const template = {
    name: 'orderShipped',
    tmplId: 'a',
    title: '订单发货通知',
    type: 'oneTime',
    fields: [],
    sendableBySelf: true,
    remaining: 1,
  } as const;

  it('adds a send for each accept of a one-time template', () => {
    expect(afterAnswer({ ...template, fields: [] }, 'accept')).toMatchObject({
      remaining: 2,
      lastAnswer: 'accept',
    });
  });

  it('opens a long-term template, and closes it', () => {
    const open = afterAnswer({ ...template, fields: [], type: 'longTerm', remaining: 0 }, 'acceptWithAudio');
    expect(open.remaining).toBe(1);
    expect(afterAnswer(open, 'reject').remaining).toBe(0);
  });

  it('keeps the sends that were granted before a refusal', () => {
    expect(afterAnswer({ ...template, fields: [] }, 'reject')).toMatchObject({
      remaining: 1,
      lastAnswer: 'reject',
    });
  });

  it('leaves nothing of a template that WeChat banned', () => {
    expect(afterAnswer({ ...template, fields: [] }, 'ban')).toMatchObject({
      remaining: 0,
      lastAnswer: 'ban',
    });
  });

  it('changes nothing for a template that WeChat filtered', () => {
    expect(afterAnswer({ ...template, fields: [] }, 'filter')).toEqual(template);
  });
});
