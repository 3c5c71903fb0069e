import {
  type Access,
  requireAllowed,
  requirePush,
  requireUser,
  whoMayCall,
} from '../../../../cloudfunctions/shared/platform/access';
import type { Caller } from '../../../../cloudfunctions/shared/platform/caller';

const user: Caller = { kind: 'user', openid: 'o1' };
const server: Caller = { kind: 'server', by: 'function' };
const wechat: Caller = { kind: 'wechat' };
const anonymous: Caller = { kind: 'anonymous' };
const NOT_ALLOWED = expect.objectContaining({ code: 'NOT_ALLOWED' });

/** A function that messages somebody, as a user would call it. */
const ownMessages: Access<{ to: string }> = {
  allow: ['self', 'operator', 'server'],
  beyondSelf: ({ to }, openid) => (to === openid ? undefined : 'A user may message only himself.'),
};

describe('requireAllowed', () => {
  afterEach(() => {
    delete process.env['XINSHI_OPERATOR'];
  });

  it('lets any user call what is for users', async () => {
    await expect(requireAllowed({ allow: ['user'] }, user, {})).resolves.toBeUndefined();
  });

  it('lets a user call in his own affairs, and refuses with the rule what goes beyond them', async () => {
    await expect(requireAllowed(ownMessages, user, { to: 'o1' })).resolves.toBeUndefined();
    await expect(
      requireAllowed({ ...ownMessages, allow: ['self'] }, user, { to: 'o2' }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED', hint: 'A user may message only himself.' });
  });

  it('lets the operator go beyond his own affairs who is named in the environment', async () => {
    process.env['XINSHI_OPERATOR'] = 'o1';
    await expect(requireAllowed(ownMessages, user, { to: 'o2' })).resolves.toBeUndefined();
  });

  it('lets server-side callers call only where they are named', async () => {
    await expect(requireAllowed(ownMessages, server, { to: 'o2' })).resolves.toBeUndefined();
    await expect(requireAllowed({ allow: ['user'] }, server, {})).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      hint: 'Only users of the mini-program may call this function.',
    });
  });

  it.each([wechat, anonymous])('refuses $kind', async (caller) => {
    await expect(requireAllowed(ownMessages, caller, { to: 'o1' })).rejects.toEqual(NOT_ALLOWED);
    await expect(requireAllowed({ allow: ['user'] }, caller, {})).rejects.toEqual(NOT_ALLOWED);
  });

  it('does not compile for a function that lets users call in their own affairs without saying what those are', () => {
    // @ts-expect-error beyondSelf is missing
    const unsaid: Access<unknown> = { allow: ['self'] };
    expect(unsaid.allow).toEqual(['self']);
  });
});

describe('whoMayCall', () => {
  it('says it in words', () => {
    expect(whoMayCall(['operator', 'server'])).toBe('operators and server-side callers');
    expect(whoMayCall(['self', 'operator', 'server'])).toBe(
      'users in their own affairs, operators and server-side callers',
    );
  });
});

describe('requireUser', () => {
  it('knows the user', () => {
    expect(requireUser(user)).toBe('o1');
  });

  it.each([server, wechat, anonymous])('refuses $kind', (caller) => {
    expect(() => requireUser(caller)).toThrow(NOT_ALLOWED);
  });
});

describe('requirePush', () => {
  it('takes WeChat’s push, and one that a server with the access token forwards', () => {
    expect(() => requirePush(wechat, 'o1')).not.toThrow();
    expect(() => requirePush({ kind: 'wechat', openid: 'o1' }, 'o1')).not.toThrow();
    expect(() => requirePush({ kind: 'server', by: 'http' }, 'o1')).not.toThrow();
  });

  it.each([user, anonymous, server, { kind: 'server', by: 'timer' } as const])('refuses %j', (caller) => {
    expect(() => requirePush(caller, 'o1')).toThrow(NOT_ALLOWED);
  });

  it('refuses a packet that is not about the user whom WeChat vouches for', () => {
    expect(() => requirePush({ kind: 'wechat', openid: 'o1' }, 'o2')).toThrow(NOT_ALLOWED);
  });
});
