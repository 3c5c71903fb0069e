/** Temporary media of customer service (WeChat's documentation: customerServiceMessage.uploadTempMedia, getTempMedia). */
import * as v from 'valibot';
import type { Media, Transport } from './transport';

/** A picture, as customer-service messages carry it. */
export interface Picture {
  /** `image/png`, `image/jpeg`, `image/gif`. */
  contentType: string;
  bytes: Buffer;
}

/** @param fileName with an ending that fits the content type; left out: `media.png` and the like */
export interface PictureFile extends Picture {
  fileName?: string;
}

/** An uploaded picture. */
export interface TempMedia {
  /** WeChat keeps it for 3 days. */
  mediaId: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** `created_at` counts seconds; older documentation has it as a text. */
const Uploaded = v.object({
  media_id: v.pipe(v.string(), v.nonEmpty()),
  created_at: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer()),
});

/** What the SDK makes of an answer that is no JSON, and the HTTPS transport as well. */
const Downloaded = v.object({ contentType: v.string(), buffer: v.instance(Uint8Array) });

/**
 * Uploads a picture: PNG, JPEG or GIF, at most 10 MB.
 *
 * @throws WechatError; 40004 when it is no such picture, 40009 when it is too large
 */
export async function uploadTempMedia(transport: Transport, file: PictureFile): Promise<TempMedia> {
  const { contentType, bytes, fileName } = file;
  const media: Media = { contentType, value: bytes, ...(fileName !== undefined && { fileName }) };
  const answer = await transport.call('customerServiceMessage.uploadTempMedia', { type: 'image', media });
  const { media_id, created_at } = v.parse(Uploaded, answer);
  return { mediaId: media_id, createdAt: created_at * 1000 };
}

/**
 * Downloads a picture that a user sent, or that was uploaded.
 *
 * @throws WechatError; 40007 when the id is unknown or has expired
 */
export async function getTempMedia(transport: Transport, mediaId: string): Promise<Picture> {
  const answer = await transport.call('customerServiceMessage.getTempMedia', { media_id: mediaId });
  const { contentType, buffer } = v.parse(Downloaded, answer);
  return { contentType, bytes: Buffer.from(buffer) };
}
