/**
 * Access tokens: what proves to the HTTPS API who calls.
 *
 * Sources: WeChat's documentation of getAccessToken and getStableAccessToken. The two are apart: a token of one
 * does not end those of the other (与getAccessToken获取的调用凭证完全隔离，互不影响).
 */

import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { ApiError, WECHAT_ERRORS } from './api/errors';

export interface IssuedToken {
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface AccessTokens {
  /** getAccessToken: a new token; the last one lives five minutes more. */
  renew(): IssuedToken;
  /** getStableAccessToken: the same token until five minutes before its end; from then on a new one beside it. */
  stable(): IssuedToken;
  /**
   * getStableAccessToken with force_refresh: a new token, and the last one ends at once (会导致上次获取的 access_token
   * 失效). Within 30 seconds of the last refresh the token stays as it is (调用时间间隔至少为30s，否则不会刷新).
   */
  refreshStable(): IssuedToken;
  /** Whether {@link refreshStable} would refresh now. */
  mayRefreshStable(): boolean;
  /** What CloudBase Run gives a container; valid for ten minutes, which is how long the SDK keeps it. */
  cloudbase(): IssuedToken;
  /**
   * @param token what the caller gave
   * @throws {ApiError} 41001 without a token, 40014 for what cannot be one, 40001 for one that was never issued or
   *   has been replaced, 42001 for one that has expired
   */
  check(kind: TokenKind, token: string | undefined): void;
  /** When the tokens that hold now will not hold any more. */
  ends(): { kind: TokenKind; at: number }[];
  clear(): void;
}

/** `access` goes into the query as access_token, `cloudbase` as cloudbase_access_token. */
export type TokenKind = 'access' | 'cloudbase';

interface TokenRecord extends IssuedToken {
  kind: TokenKind;
  /** Since then another token has its place. */
  replacedAt?: number;
}

const TokenRecordSchema = v.object({
  kind: v.picklist(['access', 'cloudbase']),
  token: v.string(),
  expiresAt: v.number(),
  replacedAt: v.exactOptional(v.number()),
}) satisfies v.GenericSchema<unknown, TokenRecord>;

const MINUTE_MS = 60_000;
const LIFETIME_MS = 7_200_000;
const CLOUDBASE_LIFETIME_MS = 10 * MINUTE_MS;
/** Both tokens hold this long when one replaces another, and a stable token is replaced so long before its end. */
const OVERLAP_MS = 5 * MINUTE_MS;
const REFRESH_APART_MS = 30_000;
/** The emulator's own: for so long an expired token is told from one that was never issued. */
const REMEMBERED_MS = 24 * 60 * MINUTE_MS;

/** 存储空间至少要保留512个字符: no token is longer, and all are of these characters. */
const POSSIBLE_TOKEN = /^[A-Za-z0-9_-]{1,512}$/;

export function createAccessTokens(store: Store, clock: Clock): AccessTokens {
  const tokens = store.table<TokenRecord>('wechat.accessTokens', { shape: TokenRecordSchema });
  /** The newest token of each endpoint. */
  const newest = store.table<string>('wechat.newestAccessTokens', { shape: v.string() });
  const refreshes = store.table<number>('wechat.stableTokenRefreshes', { shape: v.number() });

  /** @param replacedAt when the endpoint's last token is replaced, if it is */
  function issue(endpoint: string, kind: TokenKind, lifetimeMs: number, replacedAt?: number): IssuedToken {
    const issued = {
      token: `9_${randomBytes(102).toString('base64url')}`,
      expiresAt: clock.now() + lifetimeMs,
    };
    store.transaction(() => {
      dropForgotten();
      const last = newestOf(endpoint);
      if (last !== undefined && replacedAt !== undefined) tokens.put(last.token, { ...last, replacedAt });
      tokens.put(issued.token, { kind, ...issued });
      newest.put(endpoint, issued.token);
    });
    return issued;
  }

  function dropForgotten(): void {
    const before = clock.now() - REMEMBERED_MS;
    for (const { token, expiresAt } of tokens.list()) if (expiresAt < before) tokens.remove(token);
  }

  function newestOf(endpoint: string): TokenRecord | undefined {
    const token = newest.get(endpoint);
    return token === undefined ? undefined : tokens.get(token);
  }

  function stable(): IssuedToken {
    const last = newestOf('stable_token');
    const holds = last !== undefined && last.expiresAt - clock.now() > OVERLAP_MS;
    return holds ? last : issue('stable_token', 'access', LIFETIME_MS);
  }

  const mayRefreshStable = () =>
    clock.now() - (refreshes.get('last') ?? Number.NEGATIVE_INFINITY) >= REFRESH_APART_MS;

  return {
    renew: () => issue('token', 'access', LIFETIME_MS, clock.now() + OVERLAP_MS),
    stable,
    mayRefreshStable,
    refreshStable() {
      if (!mayRefreshStable()) return stable();
      refreshes.put('last', clock.now());
      return issue('stable_token', 'access', LIFETIME_MS, clock.now());
    },
    cloudbase: () => issue('cloudbase', 'cloudbase', CLOUDBASE_LIFETIME_MS),
    check(kind, token) {
      if (token === undefined || token === '') throw new ApiError(WECHAT_ERRORS.accessTokenMissing);
      if (!POSSIBLE_TOKEN.test(token)) throw new ApiError(WECHAT_ERRORS.invalidAccessToken);
      const record = tokens.get(token);
      const now = clock.now();
      if (record?.kind !== kind) throw new ApiError(WECHAT_ERRORS.invalidCredential);
      if (now >= record.expiresAt) throw new ApiError(WECHAT_ERRORS.accessTokenExpired);
      if (now >= (record.replacedAt ?? Number.POSITIVE_INFINITY)) {
        throw new ApiError(WECHAT_ERRORS.invalidCredential);
      }
    },
    ends: () =>
      tokens
        .list()
        .map(({ kind, expiresAt, replacedAt = expiresAt }) => ({ kind, at: Math.min(expiresAt, replacedAt) }))
        .filter(({ at }) => at > clock.now()),
    clear() {
      for (const table of [tokens, newest, refreshes]) table.clear();
    },
  };
}
