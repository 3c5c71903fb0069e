import { createDailyQuota, createMinuteQuota } from '../../../scripts/emulator/wechat/callQuota';
import { createWorld, NOON } from './world';

const HOUR = 3_600_000;

describe('createDailyQuota', () => {
  it('begins anew at midnight in China', () => {
    const { store, clock } = createWorld();
    const quota = createDailyQuota(store, clock, 'test');
    quota.use();
    quota.use();
    clock.set(NOON + 12 * HOUR - 1);
    expect(quota.used()).toBe(2);
    clock.advance(1);
    expect(quota.used()).toBe(0);
  });
});

describe('createMinuteQuota', () => {
  it('begins anew each minute, apart from quotas of other names and periods', () => {
    const { store, clock } = createWorld();
    const [quota, other, day] = [
      createMinuteQuota(store, clock, 'test'),
      createMinuteQuota(store, clock, 'other'),
      createDailyQuota(store, clock, 'test'),
    ];
    quota.use();
    day.use();
    expect([quota.used(), other.used(), day.used()]).toEqual([1, 0, 1]);
    clock.advance(60_000);
    expect([quota.used(), day.used()]).toEqual([0, 1]);
    quota.use();
    quota.clear();
    expect(quota.used()).toBe(0);
  });
});
