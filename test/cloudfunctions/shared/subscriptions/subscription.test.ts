import fc from 'fast-check';
import {
  type Answer,
  applyEvent,
  remainingOf,
  type Subscription,
  type SubscriptionEvent,
} from '../../../../cloudfunctions/shared/subscriptions/subscription';

const answered = (answer: Answer, at: number): SubscriptionEvent => ({
  type: 'answered',
  tmplId: 't1',
  answer,
  at,
});
const acceptAt = (at: number) => answered('accept', at);
const sentAt = (at: number): SubscriptionEvent => ({ type: 'sent', tmplId: 't1', at });
const accept = acceptAt(1_000);
const reject = answered('reject', 1_000);
const ban = answered('ban', 1_000);
const withdrawnAt = (at: number): SubscriptionEvent => ({ type: 'withdrawn', tmplId: 't1', at });
const withdrawn = withdrawnAt(1_000);

function subscriptionAfter(...events: SubscriptionEvent[]): Subscription | undefined {
  return events.reduce<Subscription | undefined>(
    (before, event) => applyEvent(before, 'o1', event, 1),
    undefined,
  );
}

describe('applyEvent', () => {
  it('starts the document of a user and a template', () => {
    expect(applyEvent(undefined, 'o1', accept, 1_700_000_000_000)).toEqual({
      _id: 'o1:t1',
      openid: 'o1',
      tmplId: 't1',
      granted: 1,
      sendsAhead: [],
      open: true,
      lastAnswer: 'accept',
      updatedAt: 1_700_000_000_000,
    });
  });

  it('adds up accepts', () => {
    expect(subscriptionAfter(accept, accept, accept)).toMatchObject({ granted: 3, open: true });
  });

  it('takes no grant away when the user refuses another', () => {
    expect(subscriptionAfter(accept, accept, reject)).toMatchObject({
      granted: 2,
      open: false,
      lastAnswer: 'reject',
    });
  });

  it.each([
    ['a withdrawal', withdrawn, 'reject'],
    ['a ban', ban, 'ban'],
  ] as const)('leaves nothing after %s', (_what, event, lastAnswer) => {
    expect(subscriptionAfter(accept, accept, event)).toMatchObject({ granted: 0, open: false, lastAnswer });
  });

  it('starts from 0 again after a withdrawal', () => {
    expect(subscriptionAfter(accept, accept, withdrawn, accept)).toMatchObject({ granted: 1, open: true });
  });

  it('uses up one grant for each message that WeChat took', () => {
    expect(subscriptionAfter(accept, accept, sentAt(2_000))).toMatchObject({ granted: 1, sendsAhead: [] });
  });

  it('gives nothing for an accept whose send came ahead of its push', () => {
    const ahead = subscriptionAfter(sentAt(2_000));
    expect(ahead).toMatchObject({ granted: 0, sendsAhead: [2_000] });
    expect(ahead).not.toHaveProperty('lastAnswer');
    expect(subscriptionAfter(sentAt(2_000), acceptAt(2_000))).toMatchObject({
      granted: 0,
      sendsAhead: [],
      open: true,
      lastAnswer: 'accept',
    });
  });

  it('gives a send for an accept that is later than the send that came ahead: that one used another', () => {
    expect(subscriptionAfter(sentAt(2_000), acceptAt(3_000))).toMatchObject({
      granted: 1,
      sendsAhead: [2_000],
    });
  });

  it('takes no second accept for one send', () => {
    expect(subscriptionAfter(sentAt(2_000), accept, accept)).toMatchObject({ granted: 1, sendsAhead: [] });
  });

  it('leaves nothing of an accept that is pushed after the withdrawal that followed it', () => {
    expect(subscriptionAfter(sentAt(2_000), withdrawn, accept)).toMatchObject({ granted: 0 });
    expect(subscriptionAfter(withdrawnAt(3_000), acceptAt(2_000))).toMatchObject({
      granted: 0,
      open: false,
      lastAnswer: 'reject',
    });
  });

  it('keeps the latest ten sends that came ahead, for those whose grants are never told', () => {
    const times = Array.from({ length: 12 }, (_, index) => index);
    expect(subscriptionAfter(...times.map(sentAt))?.sendsAhead).toEqual(times.slice(2));
  });

  const time = fc.integer({ min: 1, max: 20 });

  it('never goes below 0 nor above the number of accepts', () => {
    const event = fc.oneof(fc.constantFrom(reject, ban, withdrawn), time.map(acceptAt), time.map(sentAt));
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const granted = subscriptionAfter(...events)?.granted ?? 0;
        expect(granted).toBeGreaterThanOrEqual(0);
        expect(granted).toBeLessThanOrEqual(events.filter(isAccept).length);
      }),
    );
  });

  it('counts each accept that a send came ahead of once, in whatever order they are pushed', () => {
    const acceptsAsPushed = fc
      .array(time, { minLength: 1, maxLength: 10 })
      .chain((accepts) =>
        fc.tuple(fc.constant(accepts), fc.shuffledSubarray(accepts, { minLength: accepts.length })),
      );
    fc.assert(
      fc.property(acceptsAsPushed, ([accepts, pushed]) => {
        const sends = accepts.map((at) => sentAt(at + 0.5));
        const after = subscriptionAfter(...sends, ...pushed.map(acceptAt));
        expect(after).toMatchObject({ granted: 0, sendsAhead: [] });
      }),
    );
  });
});

const isAccept = (event: SubscriptionEvent) => event.type === 'answered' && event.answer === 'accept';

describe('remainingOf', () => {
  it('counts the grants of a one-time template', () => {
    expect(remainingOf(subscriptionAfter(accept, accept), 'oneTime')).toBe(2);
  });

  it('says of a long-term template whether it is open', () => {
    expect(remainingOf(subscriptionAfter(accept, accept), 'longTerm')).toBe(1);
    expect(remainingOf(subscriptionAfter(accept, withdrawn), 'longTerm')).toBe(0);
  });

  it('is 0 for a user who was never asked', () => {
    expect(remainingOf(undefined, 'oneTime')).toBe(0);
    expect(remainingOf(undefined, 'longTerm')).toBe(0);
  });
});
