/** The access token as all instances share it: one document of a mini-program. */
import { type Collection, collection } from '../platform/database';

/**
 * The collection `xinshi_tokens`, written by functions alone. Set its permission to 仅管理端可读写 (no user reads or
 * writes it) in the cloud console all the same. The token is sealed with a key that comes from the AppSecret
 * (sealedToken.ts): who reads the document cannot use it, and what somebody else writes is not taken for a token.
 */
export interface TokenDocument {
  /** The mini-program's appid. */
  _id: string;
  /** The token and when it ends, sealed; '' when there is none yet. */
  sealed: string;
  /** From then on a new token is got while this one still holds. Milliseconds since 1970, as all below. */
  refreshAt: number;
  /** Who is getting a token, and until when the others leave that to it; 0 when nobody is. */
  leaseOwner: string;
  leaseUntil: number;
  /** When force_refresh was used in the last 24 hours: WeChat allows 20 a day, 30 seconds apart. */
  forcedAt: number[];
  /**
   * The last attempt that failed, so that those who waited for it need not fail on their own. A failure without a
   * text: WeChat had no other token than the one it refuses.
   */
  failedAt: number;
  failedCode: number;
  failedText: string;
}

export const tokenDocuments: Collection<TokenDocument> = collection('xinshi_tokens');

export const emptyDocument = (appid: string): TokenDocument => ({
  _id: appid,
  sealed: '',
  refreshAt: 0,
  leaseOwner: '',
  leaseUntil: 0,
  forcedAt: [],
  failedAt: 0,
  failedCode: 0,
  failedText: '',
});
