/**
 * Removes what has expired: records of sends, pushes and counted calls, conversations that are over, and pictures.
 * Runs by the timer of cloudbaserc.json; what one run leaves over, the next removes.
 *
 * Who may call: server-side callers, such as the timer.
 */
import * as v from 'valibot';
import { sends } from '../shared/audit/send';
import { expiringConversationCollections } from '../shared/conversation/collections';
import { removeStoredPictures } from '../shared/conversation/storedPictures';
import { cloudFunction } from '../shared/platform/cloudFunction';
import { removeExpired } from '../shared/platform/expiry';
import { rates } from '../shared/platform/rates';
import { pushNonces } from '../shared/push/http/nonces';
import { pushes } from '../shared/push/pushRecord';
import type { Input, Output } from './contract';

const schema: v.GenericSchema<unknown, Input> = v.record(v.string(), v.unknown());

/** For the batch that has been begun, and the answer. */
const RESERVE_MS = 5_000;

export const main = cloudFunction<Input, Output>({
  input: schema,
  allow: ['server'],
  run: async (_input, _caller, deadline) => {
    const until = deadline - RESERVE_MS;
    const documents = await removeExpired(
      [rates, pushNonces, sends, pushes, ...expiringConversationCollections],
      until,
    );
    const pictures = await removeStoredPictures(until);
    return {
      removed: { ...documents.removed, ...pictures.removed },
      done: documents.done && pictures.done,
    };
  },
});
