/** The APIs that issue access tokens. They exist over HTTPS alone (本接口不支持云调用). */
import * as v from 'valibot';
import type { Clock } from '../../state/clock';
import type { AccessTokens, IssuedToken } from '../accessTokens';
import type { CallQuota } from '../callQuota';
import type { MiniProgramKeeper } from '../miniProgram';
import { type ApiAnswer, plainAnswer } from './answer';
import type { Api } from './api';
import { readArguments } from './arguments';
import { CredentialSchema, checkCredential } from './credential';
import { ApiError, WECHAT_ERRORS } from './errors';

export interface AccessTokenParts {
  clock: Clock;
  accessTokens: AccessTokens;
  miniProgram: MiniProgramKeeper;
  appid: () => string;
  accessTokenCalls: CallQuota;
  stableTokenCallsOfMinute: CallQuota;
  stableTokenCallsOfDay: CallQuota;
  stableTokenRefreshes: CallQuota;
}

const StableSchema = v.object({
  ...CredentialSchema.entries,
  force_refresh: v.fallback(v.boolean(), false),
});

/** 该模式限制每天20次 (WeChat's documentation of getStableAccessToken). */
const REFRESHES_PER_DAY = 20;

export function createAccessTokenApis(parts: AccessTokenParts): {
  getAccessToken: Api;
  getStableAccessToken: Api;
} {
  const { clock, accessTokens, miniProgram } = parts;

  const getAccessToken: Api = (args) => {
    checkCredential(parts, readArguments(CredentialSchema, args), 'client_credential');
    count(parts.accessTokenCalls, miniProgram.get().accessTokensPerDay);
    return answer(accessTokens.renew());
  };

  const getStableAccessToken: Api = (args) => {
    const request = readArguments(StableSchema, args);
    checkCredential(parts, request, 'client_credential');
    const { stableTokenCallsPerMinute, stableTokenCallsPerDay } = miniProgram.get();
    if (parts.stableTokenCallsOfMinute.used() >= stableTokenCallsPerMinute) {
      throw new ApiError(WECHAT_ERRORS.minuteQuotaReached);
    }
    count(parts.stableTokenCallsOfDay, stableTokenCallsPerDay);
    parts.stableTokenCallsOfMinute.use();
    if (!request.force_refresh || !accessTokens.mayRefreshStable()) return answer(accessTokens.stable());
    // The documentation names no code for the 21st refresh: 45009 is that of every limit by the day.
    count(parts.stableTokenRefreshes, REFRESHES_PER_DAY);
    return answer(accessTokens.refreshStable());
  };

  const answer = ({ token, expiresAt }: IssuedToken): ApiAnswer =>
    plainAnswer({ access_token: token, expires_in: Math.ceil((expiresAt - clock.now()) / 1000) });

  return { getAccessToken, getStableAccessToken };
}

/** @throws {ApiError} 45009 when the quota is used up */
function count(quota: CallQuota, limit: number): void {
  if (quota.used() >= limit) throw new ApiError(WECHAT_ERRORS.dailyQuotaReached);
  quota.use();
}
