import { BY_MESSAGE, NO_ALLOWANCE, raised } from '../../../../cloudfunctions/shared/conversation/allowance';
import { type Changed, newConversation } from '../../../../cloudfunctions/shared/conversation/changes';
import type { Content } from '../../../../cloudfunctions/shared/conversation/conversation';
import type { Message } from '../../../../cloudfunctions/shared/conversation/message';
import { planFor } from '../../../../cloudfunctions/shared/conversation/plan';
import type { AnswerRules, ReplyRule, When } from '../../../../cloudfunctions/shared/conversation/ruleTypes';

/** A Monday in China's time. */
const NOON = Date.parse('2026-11-30T12:00:00+08:00');
const NIGHT = Date.parse('2026-11-30T22:00:00+08:00');
const MINUTE_MS = 60_000;

const said = (content: string): Message => ({ msgtype: 'text', content });
const rule = (name: string, when: When, more: Partial<ReplyRule> = {}): ReplyRule => ({
  name,
  when,
  reply: [said(name)],
  ...more,
});

const RULES: AnswerRules = {
  officeHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' },
  replies: [
    rule('entered', { entered: true, firstContact: true }),
    rule('word', { word: ['Hello'] }),
    rule('keyword', { keyword: ['物流'] }),
    rule('first', { firstContact: true }),
    rule('night', { officeHours: false }, { notAgainWithinMs: 60 * MINUTE_MS }),
    rule('picture', { kind: ['image'] }),
  ],
  handOver: { when: [{ keyword: ['人工'] }], whenNoRuleAnswers: false, reply: [said('handOver')] },
  keptForPeople: 1,
  silentAfterOperatorMs: 30 * MINUTE_MS,
};

const text = (words: string): Content => ({ kind: 'text', text: words });
const image: Content = { kind: 'image', mediaId: 'm', picUrl: '' };
const entered: Content = { kind: 'entered', sessionFrom: '' };

interface Situation {
  content: Content;
  conversation?: Partial<Changed>;
  now?: number;
  rules?: Partial<AnswerRules>;
}

function plan({ content, conversation, now = NOON, rules }: Situation) {
  const known = {
    ...newConversation('o1'),
    actions: 2,
    allowance: raised(NO_ALLOWANCE, BY_MESSAGE, now),
    ...conversation,
  };
  return planFor({ ...RULES, ...rules }, { content, conversation: known, now });
}

/** The rule that answers, or what happens instead. */
function answering(situation: Situation): string {
  const { handOver, rule: name, replies } = plan(situation);
  if (handOver) return 'handOver';
  return name ?? `${replies.length} replies`;
}

describe('the rule that answers', () => {
  it.each<[string, string, Situation]>([
    ['an exact word, whatever its case and punctuation', 'word', { content: text(' HELLO！') }],
    ['a word inside a sentence', '0 replies', { content: text('hello there') }],
    ['a keyword anywhere', 'keyword', { content: text('我的物流呢') }],
    ['the first contact by a message', 'first', { content: text('买东西'), conversation: { actions: 1 } }],
    ['the first contact by coming in', 'entered', { content: entered, conversation: { actions: 1 } }],
    ['coming in again', '0 replies', { content: entered }],
    ['a message at night', 'night', { content: text('买东西'), now: NIGHT }],
    ['a word at night: the first rule that holds answers', 'word', { content: text('hello'), now: NIGHT }],
    ['a picture', 'picture', { content: image }],
    ['nothing else', '0 replies', { content: text('买东西') }],
  ])('to %s', (_what, expected, situation) => {
    expect(answering(situation)).toBe(expected);
  });

  it.each([
    ['between two letters', `a${'！'.repeat(20_000)}b`],
    ['alone', '！'.repeat(20_000)],
    ['and spaces in turn', '。 '.repeat(10_000)],
  ])('is found in no time for 20,000 signs %s', (_where, words) => {
    const times = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      expect(answering({ content: text(words) })).toBe('0 replies');
      return performance.now() - start;
    });
    // A machine with other work to do may be slow once; what is slow every time is slow.
    expect(Math.min(...times)).toBeLessThan(100);
  });

  it('rests for its time, and no other answers in its place', () => {
    const content = text('买东西');
    const at = (agoMs: number) => ({ answeredAt: { night: NIGHT - agoMs } });

    expect(answering({ content, now: NIGHT, conversation: at(59 * MINUTE_MS) })).toBe('0 replies');
    expect(answering({ content, now: NIGHT, conversation: at(60 * MINUTE_MS) })).toBe('night');
  });

  it('is silent while an operator is in the conversation', () => {
    const content = text('hello');
    const operator = { openid: 'o2', since: 0, activeAt: NOON - 29 * MINUTE_MS };

    expect(answering({ content, conversation: { operator } })).toBe('0 replies');
    const longAgo = { ...operator, activeAt: NOON - 30 * MINUTE_MS };
    expect(answering({ content, conversation: { operator: longAgo } })).toBe('word');
  });

  it('sends as many replies as are left beside the one that is kept for people', () => {
    const replies = [rule('word', { word: ['hello'] }, { reply: [said('1'), said('2'), said('3')] })];
    const left = (count: number) =>
      plan({
        content: text('hello'),
        conversation: { allowance: { left: count, until: NOON + 1 } },
        rules: { replies },
      }).replies;

    expect(left(5)).toHaveLength(3);
    expect(left(3)).toHaveLength(2);
    expect(left(1)).toHaveLength(0);
    expect(left(0)).toHaveLength(0);
  });
});

describe('the hand-over', () => {
  it.each<[string, Situation]>([
    ['for a keyword', { content: text('我要人工') }],
    ['always', { content: image, rules: { handOver: { ...RULES.handOver, when: [{}] } } }],
    [
      'within office hours',
      { content: image, rules: { handOver: { ...RULES.handOver, when: [{ officeHours: true }] } } },
    ],
    [
      'when no rule answers',
      { content: text('买东西'), rules: { handOver: { ...RULES.handOver, whenNoRuleAnswers: true } } },
    ],
    [
      'when the desk asked for it, even with an operator in the conversation',
      {
        content: text('hello'),
        conversation: { handOverNext: true, operator: { openid: 'o2', since: 0, activeAt: NOON } },
      },
    ],
    [
      'as long as the user waits in the queue',
      {
        content: text('hello'),
        conversation: { state: 'handedOver', handedOverAt: NOON - 29 * MINUTE_MS },
      },
    ],
  ])('happens %s', (_when, situation) => {
    expect(answering(situation)).toBe('handOver');
  });

  it.each<[string, Situation]>([
    [
      'outside office hours, by a rule for them',
      {
        content: text('买东西'),
        now: NIGHT,
        rules: { replies: [], handOver: { ...RULES.handOver, when: [{ officeHours: true }] } },
      },
    ],
    [
      'of a coming in: only messages can be handed over',
      {
        content: entered,
        conversation: { handOverNext: true },
        rules: { handOver: { ...RULES.handOver, when: [{}], whenNoRuleAnswers: true } },
      },
    ],
    [
      'for a rule that rests: it has answered',
      {
        content: text('买东西'),
        now: NIGHT,
        conversation: { answeredAt: { night: NIGHT } },
        rules: { handOver: { ...RULES.handOver, whenNoRuleAnswers: true } },
      },
    ],
    [
      'longer than WeChat keeps a conversation that was handed over',
      {
        content: text('买东西'),
        conversation: { state: 'handedOver', handedOverAt: NOON - 30 * MINUTE_MS },
      },
    ],
  ])('does not happen %s', (_when, situation) => {
    expect(plan(situation).handOver).toBe(false);
  });

  it('says so once: a user in the queue is not told again', () => {
    expect(plan({ content: text('人工') }).replies).toEqual([said('handOver')]);
    expect(
      plan({ content: text('人工'), conversation: { state: 'handedOver', handedOverAt: NOON } }).replies,
    ).toEqual([]);
  });
});
