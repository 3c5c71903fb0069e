/** Signs what may be done with a file until a time of the emulator's clock, as the cloud signs its addresses. */

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';

export type Deed = 'get' | 'put';

export interface Signature {
  sign: string;
  /** Until when, in seconds since 1970, as the cloud's addresses have it. */
  t: string;
}

export interface Signer {
  sign(deed: Deed, subject: string, forSeconds: number): Signature;
  judge(deed: Deed, subject: string, signature: Signature): 'valid' | 'expired' | 'forged';
}

/** The secret is kept, so that an address lives as long as it says, whatever becomes of this process. */
export function createSigner(store: Store, clock: Clock): Signer {
  const table = store.table<string>('storage.secret', { shape: v.string() });
  const secret = () => {
    const kept = table.get('secret');
    if (kept !== undefined) return kept;
    const made = randomBytes(32).toString('hex');
    table.put('secret', made);
    return made;
  };
  const mark = (deed: Deed, subject: string, t: string) =>
    createHmac('sha256', secret())
      .update(JSON.stringify([deed, subject, t]))
      .digest('hex');

  return {
    sign(deed, subject, forSeconds) {
      const t = String(Math.floor(clock.now() / 1000) + forSeconds);
      return { sign: mark(deed, subject, t), t };
    },
    judge(deed, subject, { sign, t }) {
      const expected = Buffer.from(mark(deed, subject, t));
      const given = Buffer.from(sign);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
      return Number(t) * 1000 <= clock.now() ? 'expired' : 'valid';
    },
  };
}
