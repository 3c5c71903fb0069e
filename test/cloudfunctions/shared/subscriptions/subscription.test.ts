import fc from 'fast-check';
import {
  applyEvent,
  remainingOf,
  type Subscription,
  type SubscriptionEvent,
} from '../../../../cloudfunctions/shared/subscriptions/subscription';

const accept: SubscriptionEvent = { type: 'answered', tmplId: 't1', answer: 'accept' };
const reject: SubscriptionEvent = { type: 'answered', tmplId: 't1', answer: 'reject' };
const ban: SubscriptionEvent = { type: 'answered', tmplId: 't1', answer: 'ban' };
const withdrawn: SubscriptionEvent = { type: 'withdrawn', tmplId: 't1' };

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

  it('never goes below 0 nor above the number of accepts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(accept, reject, ban, withdrawn)), (events) => {
        const granted = subscriptionAfter(...events)?.granted ?? 0;
        expect(granted).toBeGreaterThanOrEqual(0);
        expect(granted).toBeLessThanOrEqual(events.filter((event) => event === accept).length);
      }),
    );
  });
});

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
