/** An access token as it lies in the database: encrypted and authenticated with a key from the AppSecret. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import * as v from 'valibot';

export interface Token {
  token: string;
  /** When it ends. Milliseconds since 1970. */
  expiresAt: number;
}

export interface Credentials {
  appid: string;
  secret: string;
}

const TokenSchema = v.object({ token: v.pipe(v.string(), v.nonEmpty()), expiresAt: v.number() });

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export function seal(token: Token, credentials: Credentials): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(credentials), iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(token)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
}

/** @returns undefined for what was not sealed with this appid and secret: the secret may have been reset */
export function unseal(sealed: string, credentials: Credentials): Token | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, keyOf(credentials), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    const parsed = v.safeParse(TokenSchema, JSON.parse(text.toString()));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** An AppSecret has 128 bits of chance, so that no slow derivation is needed. */
const keyOf = ({ appid, secret }: Credentials) =>
  Buffer.from(hkdfSync('sha256', secret, appid, 'xinshi_tokens', 32));
