import {
  type Allowance,
  BY_ENTERING,
  BY_MESSAGE,
  raise,
  spend,
} from '../../../../scripts/emulator/wechat/chat/allowance';

const NOW = 1_000_000;
const MINUTE = 60_000;
const HOURS_48 = 48 * 60 * MINUTE;

describe('raise', () => {
  it('gives 5 messages in 48 hours for a message of the user', () => {
    expect(raise(undefined, BY_MESSAGE, NOW)).toEqual({ remaining: 5, endsAt: NOW + HOURS_48 });
  });

  it('gives 2 messages in 1 minute for entering', () => {
    expect(raise(undefined, BY_ENTERING, NOW)).toEqual({ remaining: 2, endsAt: NOW + MINUTE });
  });

  it('does not add up: the larger count, the longer time', () => {
    const left: Allowance = { remaining: 4, endsAt: NOW + 10 * MINUTE };
    expect(raise(left, BY_ENTERING, NOW)).toEqual({ remaining: 4, endsAt: NOW + 10 * MINUTE });
    expect(raise({ ...left, remaining: 1 }, BY_ENTERING, NOW)).toEqual({
      remaining: 2,
      endsAt: NOW + 10 * MINUTE,
    });
    expect(raise(left, BY_MESSAGE, NOW)).toEqual({ remaining: 5, endsAt: NOW + HOURS_48 });
  });

  it('counts nothing that has run out of time', () => {
    expect(raise({ remaining: 5, endsAt: NOW }, BY_ENTERING, NOW)).toEqual({
      remaining: 2,
      endsAt: NOW + MINUTE,
    });
  });
});

describe('spend', () => {
  it('takes one message', () => {
    expect(spend({ remaining: 2, endsAt: NOW + 1 }, NOW)).toEqual({ remaining: 1, endsAt: NOW + 1 });
  });

  it('fails with 45047 when none is left, with 45015 when the time is over', () => {
    expect(() => spend({ remaining: 0, endsAt: NOW + 1 }, NOW)).toThrow(
      expect.objectContaining({ errcode: 45047 }),
    );
    expect(() => spend({ remaining: 5, endsAt: NOW }, NOW)).toThrow(
      expect.objectContaining({ errcode: 45015 }),
    );
    expect(() => spend(undefined, NOW)).toThrow(expect.objectContaining({ errcode: 45015 }));
  });
});
