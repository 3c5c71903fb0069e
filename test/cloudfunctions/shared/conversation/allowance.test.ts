import fc from 'fast-check';
import {
  BY_ENTERING,
  BY_MESSAGE,
  type Grant,
  leftAt,
  NO_ALLOWANCE,
  raised,
  spent,
} from '../../../../cloudfunctions/shared/conversation/allowance';

const HOUR_MS = 3_600_000;

describe('an allowance', () => {
  it('is 5 messages within 48 hours after a message of the user’s', () => {
    const allowance = raised(NO_ALLOWANCE, BY_MESSAGE, 1_000);

    expect(allowance).toEqual({ left: 5, until: 1_000 + 48 * HOUR_MS });
    expect(leftAt(allowance, 48 * HOUR_MS)).toBe(5);
    expect(leftAt(allowance, 1_000 + 48 * HOUR_MS)).toBe(0);
  });

  it('is 2 messages within a minute after the user came in', () => {
    expect(raised(NO_ALLOWANCE, BY_ENTERING, 1_000)).toEqual({ left: 2, until: 61_000 });
  });

  it('is not added up: the larger count and the longer time hold', () => {
    const written = spent(raised(NO_ALLOWANCE, BY_MESSAGE, 0));
    expect(raised(written, BY_ENTERING, HOUR_MS)).toEqual({ left: 4, until: 48 * HOUR_MS });
    expect(raised(spent(spent(spent(written))), BY_ENTERING, HOUR_MS).left).toBe(2);
    expect(raised(written, BY_MESSAGE, HOUR_MS)).toEqual({ left: 5, until: 49 * HOUR_MS });
  });

  it('begins anew when its time was over', () => {
    expect(raised(raised(NO_ALLOWANCE, BY_MESSAGE, 0), BY_ENTERING, 48 * HOUR_MS)).toEqual({
      left: 2,
      until: 48 * HOUR_MS + 60_000,
    });
  });

  const grant = fc.constantFrom<Grant>(BY_MESSAGE, BY_ENTERING);
  const steps = fc.array(fc.tuple(fc.constantFrom('act', 'send'), grant, fc.nat(72 * HOUR_MS)), {
    maxLength: 40,
  });

  it('never falls below nothing nor rises above 5, and no action takes any of it away', () => {
    fc.assert(
      fc.property(steps, (actions) => {
        let allowance = NO_ALLOWANCE;
        let now = 0;
        for (const [what, given, later] of actions) {
          now += later;
          const before = allowance;
          allowance = what === 'send' ? spent(before) : raised(before, given, now);
          expect(allowance.left).toBeGreaterThanOrEqual(0);
          expect(allowance.left).toBeLessThanOrEqual(5);
          if (what === 'send') continue;
          expect(allowance.left).toBeGreaterThanOrEqual(Math.max(leftAt(before, now), given.messages));
          expect(allowance.until).toBeGreaterThanOrEqual(Math.max(before.until, now + given.lastingMs));
        }
      }),
    );
  });

  it('after an action is never more than the action gives or was left', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(72 * HOUR_MS), grant, fc.nat(72 * HOUR_MS), (left, until, given, now) => {
        const after = raised({ left, until }, given, now);
        expect([given.messages, leftAt({ left, until }, now)]).toContain(after.left);
        expect([until, now + given.lastingMs]).toContain(after.until);
      }),
    );
  });
});
