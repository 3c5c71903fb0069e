import {
  requireOperatorOrServer,
  requirePush,
  requireUser,
  whyOperatorOnly,
} from '../../../../cloudfunctions/shared/platform/access';
import type { Caller } from '../../../../cloudfunctions/shared/platform/caller';

const user: Caller = { kind: 'user', openid: 'o1' };
const server: Caller = { kind: 'server', by: 'function' };
const wechat: Caller = { kind: 'wechat' };
const anonymous: Caller = { kind: 'anonymous' };
const NOT_ALLOWED = expect.objectContaining({ code: 'NOT_ALLOWED' });

describe('whyOperatorOnly', () => {
  it('lets a user send himself a template that is open to users', () => {
    expect(whyOperatorOnly(user, { to: 'o1', openToUsers: true })).toBeUndefined();
  });

  it('lets no user message another', () => {
    expect(whyOperatorOnly(user, { to: 'o2', openToUsers: true })).toMatch(/only himself/);
  });

  it('lets no user send a template that is not open to users', () => {
    expect(whyOperatorOnly(user, { to: 'o1', openToUsers: false })).toMatch(/this template/);
  });

  it('lets server-side callers send anything to anybody', () => {
    expect(whyOperatorOnly(server, { to: 'o2', openToUsers: false })).toBeUndefined();
  });

  it.each([wechat, anonymous])('lets $kind send nothing', (caller) => {
    expect(whyOperatorOnly(caller, { to: 'o1', openToUsers: true })).toBeDefined();
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

describe('requireOperatorOrServer', () => {
  afterEach(() => {
    delete process.env['XINSHI_OPERATOR'];
  });

  it('lets server-side callers pass', async () => {
    await expect(requireOperatorOrServer(server)).resolves.toBeUndefined();
  });

  it('lets the operator pass who is named in the environment', async () => {
    process.env['XINSHI_OPERATOR'] = 'o1';
    await expect(requireOperatorOrServer(user)).resolves.toBeUndefined();
  });

  it.each([wechat, anonymous])('refuses $kind', async (caller) => {
    await expect(requireOperatorOrServer(caller)).rejects.toEqual(NOT_ALLOWED);
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
