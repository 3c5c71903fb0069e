/** The mini-program's own appid and secret, which calls without a token give. */
import { createHash, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { MiniProgramKeeper } from '../miniProgram';
import { ApiError, WECHAT_ERRORS } from './errors';

const Text = v.fallback(v.string(), '');

export const CredentialSchema = v.object({ grant_type: Text, appid: Text, secret: Text });

/**
 * WeChat's documentation gives no order of checks: what is missing, then what is wrong.
 *
 * @throws {ApiError} 41002, 41004, 40002, 40013, 40125
 */
export function checkCredential(
  known: { appid: () => string; miniProgram: MiniProgramKeeper },
  { grant_type, appid, secret }: v.InferOutput<typeof CredentialSchema>,
  grantType: 'client_credential' | 'authorization_code',
): void {
  if (appid === '') throw new ApiError(WECHAT_ERRORS.appidMissing);
  if (secret === '') throw new ApiError(WECHAT_ERRORS.secretMissing);
  if (grant_type !== grantType) throw new ApiError(WECHAT_ERRORS.invalidGrantType);
  if (appid !== known.appid()) throw new ApiError(WECHAT_ERRORS.invalidAppid);
  if (!isSame(secret, known.miniProgram.get().secret)) throw new ApiError(WECHAT_ERRORS.invalidSecret);
}

/** In the same time, however much of it is right. */
const isSame = (given: string, secret: string) => timingSafeEqual(digest(given), digest(secret));

const digest = (text: string) => createHash('sha256').update(text).digest();
