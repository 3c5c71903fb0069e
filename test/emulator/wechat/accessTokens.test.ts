import type { TokenKind } from '../../../scripts/emulator/wechat/accessTokens';
import { createWorld, type World } from './world';

const MINUTE = 60_000;
const TWO_HOURS = 7_200_000;

let world: World;
beforeEach(() => {
  world = createWorld();
});

const tokens = () => world.wechat.accessTokens;
const check = (token: string | undefined, kind: TokenKind = 'access') => {
  try {
    tokens().check(kind, token);
    return 0;
  } catch (error) {
    return (error as { errcode: number }).errcode;
  }
};

describe('check', () => {
  it('answers 41001 for no token, 40001 for one that was never issued, 40014 for what cannot be one', () => {
    expect([check(undefined), check('')]).toEqual([41001, 41001]);
    expect([check('2'), check('9_neverIssued')]).toEqual([40001, 40001]);
    expect([check('x'.repeat(513)), check('a b'), check('x'.repeat(100_000))]).toEqual([40014, 40014, 40014]);
  });

  it('lets a token be used for 7200 seconds, then answers 42001', () => {
    const { token } = tokens().renew();
    world.clock.advance(TWO_HOURS - 1);
    expect(check(token)).toBe(0);
    world.clock.advance(1);
    expect(check(token)).toBe(42001);
  });
});

describe('the store', () => {
  it('forgets a token a day after it has expired, with the next that is issued', () => {
    const { token } = tokens().renew();
    world.clock.advance(TWO_HOURS + 24 * 60 * MINUTE);
    tokens().renew();
    expect(check(token)).toBe(42001);
    world.clock.advance(1);
    tokens().renew();
    expect(check(token)).toBe(40001);
    expect(world.store.table('wechat.accessTokens').list()).toHaveLength(2);
  });
});

describe('renew', () => {
  it('gives another token each time, and the last one lives five minutes more', () => {
    const first = tokens().renew();
    const second = tokens().renew();
    expect(second.token).not.toBe(first.token);
    world.clock.advance(5 * MINUTE - 1);
    expect([check(first.token), check(second.token)]).toEqual([0, 0]);
    world.clock.advance(1);
    expect([check(first.token), check(second.token)]).toEqual([40001, 0]);
  });

  it('does not let a replaced token live longer than its 7200 seconds', () => {
    const { token } = tokens().renew();
    world.clock.advance(TWO_HOURS - MINUTE);
    tokens().renew();
    world.clock.advance(MINUTE);
    expect(check(token)).toBe(42001);
  });

  it('gives tokens that fit into 512 characters', () => {
    expect(tokens().renew().token).toMatch(/^[A-Za-z0-9_-]{130,512}$/);
  });
});

describe('stable', () => {
  it('gives the same token until five minutes before its end, then a new one while the old one still holds', () => {
    const first = tokens().stable();
    world.clock.advance(TWO_HOURS - 5 * MINUTE - 1);
    expect(tokens().stable()).toMatchObject(first);
    world.clock.advance(1);
    const second = tokens().stable();
    expect(second.token).not.toBe(first.token);
    expect(tokens().stable()).toMatchObject(second);
    expect([check(first.token), check(second.token)]).toEqual([0, 0]);
    world.clock.advance(5 * MINUTE);
    expect([check(first.token), check(second.token)]).toEqual([42001, 0]);
  });

  it('is apart from renew: neither ends a token of the other', () => {
    const stable = tokens().stable();
    const plain = tokens().renew();
    tokens().renew();
    tokens().refreshStable();
    expect(check(plain.token)).toBe(0);
    world.clock.advance(30_000);
    expect(tokens().stable().token).not.toBe(stable.token);
    expect(check(plain.token)).toBe(0);
  });
});

describe('refreshStable', () => {
  it('ends the last token at once', () => {
    const first = tokens().stable();
    const second = tokens().refreshStable();
    expect(second.token).not.toBe(first.token);
    expect([check(first.token), check(second.token)]).toEqual([40001, 0]);
  });

  it('leaves the token as it is within 30 seconds of the last refresh', () => {
    const first = tokens().refreshStable();
    world.clock.advance(29_999);
    expect(tokens().refreshStable().token).toBe(first.token);
    world.clock.advance(1);
    expect(tokens().refreshStable().token).not.toBe(first.token);
  });
});

describe('cloudbase', () => {
  it('gives a token that holds for ten minutes, as cloudbase_access_token alone', () => {
    const { token } = tokens().cloudbase();
    expect([check(token, 'cloudbase'), check(token, 'access')]).toEqual([0, 40001]);
    expect(check(tokens().renew().token, 'cloudbase')).toBe(40001);
    world.clock.advance(10 * MINUTE);
    expect(check(token, 'cloudbase')).toBe(42001);
  });
});
