/**
 * `wx.login`: the code that a mini-program hands to its server, and the session that the server gets for it.
 *
 * Source: WeChat's documentation of code2Session (OpenApiDoc/user-login/code2Session). A code is for one use within five
 * minutes (developers.weixin.qq.com/community/develop/doc/000a80776f43a856d170f8e4561c00).
 */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { ApiError, WECHAT_ERRORS } from './api/errors';

export interface Logins {
  /** What `wx.login` gives. */
  code(openid: string): string;
  /**
   * The session of a code, which ends it. The key stays the same for a user.
   *
   * @throws {ApiError} 41008 without a code, 40029 for one that was never issued or is too old, 40163 for a used one
   */
  session(code: string): { openid: string; sessionKey: string };
  clear(): void;
}

interface Login {
  openid: string;
  /** Milliseconds since 1970. */
  issuedAt: number;
  used: boolean;
}

const LoginSchema = v.object({
  openid: v.string(),
  issuedAt: v.number(),
  used: v.boolean(),
}) satisfies v.GenericSchema<unknown, Login>;

const LIFETIME_MS = 5 * 60_000;

export function createLogins(store: Store, clock: Clock): Logins {
  const logins = store.table<Login>('wechat.logins', { shape: LoginSchema });
  const sessionKeys = store.table<string>('wechat.sessionKeys', { shape: v.string() });

  const isOld = ({ issuedAt }: Login) => clock.now() - issuedAt >= LIFETIME_MS;

  function keyOf(openid: string): string {
    const key = sessionKeys.get(openid) ?? randomBytes(16).toString('base64');
    sessionKeys.put(openid, key);
    return key;
  }

  return {
    code: (openid) =>
      store.transaction(() => {
        for (const { key, value } of logins.entries()) if (isOld(value)) logins.remove(key);
        // As long as WeChat's: 32 characters that begin with 0.
        const code = `0${randomBytes(24).toString('base64url').slice(0, 31)}`;
        logins.put(code, { openid, issuedAt: clock.now(), used: false });
        return code;
      }),
    session: (code) =>
      store.transaction(() => {
        if (code === '') throw new ApiError(WECHAT_ERRORS.codeMissing);
        const login = code.length > 64 ? undefined : logins.get(code);
        if (login === undefined || isOld(login)) throw new ApiError(WECHAT_ERRORS.invalidCode);
        if (login.used) throw new ApiError(WECHAT_ERRORS.codeUsed);
        logins.put(code, { ...login, used: true });
        return { openid: login.openid, sessionKey: keyOf(login.openid) };
      }),
    clear() {
      for (const table of [logins, sessionKeys]) table.clear();
    },
  };
}
