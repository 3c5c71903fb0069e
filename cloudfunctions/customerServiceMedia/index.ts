/**
 * Uploads pictures for customer service, and downloads those that users sent.
 *
 * Who may call: operators and server-side callers, those who may answer in a conversation.
 */
import * as v from 'valibot';
import { download, upload } from '../shared/conversation/media';
import { fileId, INLINE_LIMITS, inlineImage, mediaId } from '../shared/conversation/messageSchema';
import { cloudFunction } from '../shared/platform/cloudFunction';
import type { Input, Output } from './contract';

const schema: v.GenericSchema<unknown, Input> = v.variant('action', [
  v.strictObject({ action: v.literal('upload'), data: inlineImage }),
  v.strictObject({ action: v.literal('upload'), fileId }),
  v.strictObject({ action: v.literal('download'), mediaId }),
]);

export const main = cloudFunction<Input, Output>({
  input: schema,
  limits: INLINE_LIMITS,
  allow: ['operator', 'server'],
  run: (input) => (input.action === 'upload' ? upload(input) : download(input.mediaId)),
});
