/** Pictures of customer service: uploaded once for each content, as long as WeChat keeps them. */
import { createHash } from 'node:crypto';
import { clock } from '../platform/clock';
import { Failure } from '../platform/result';
import { downloadFile } from '../platform/storage';
import { wechat } from '../transport/wechat';
import { getTempMedia, uploadTempMedia } from '../wechat/media';
import { cachedMedia } from './collections';
import { type ImageType, imageTypeOf } from './imageType';
import type { Picture } from './message';
import { storePicture } from './storedPictures';

/** 图片（image）: 10M (WeChat's documentation of uploadTempMedia; older: 2 MB). */
const MOST_BYTES = 10 * 1024 * 1024;
/** WeChat keeps media for 3 days; an id is not used in its last 6 hours, so that the user can still open it. */
const KEPT_MS = (3 * 24 - 6) * 60 * 60_000;
/** A mini-program's call is answered at most 1 MB (EXCEED_MAX_PAYLOAD_SIZE); base64 makes 4 bytes of 3. */
const MOST_ANSWERED_BYTES = 720 * 1024;

/** An uploaded picture. */
export interface Uploaded {
  /** For `mediaId` of an image, `thumbMediaId` of a card. */
  mediaId: string;
  /** Until when it can be used, in milliseconds since 1970. */
  until: number;
}

/** @returns WeChat's id of the picture, which is uploaded if it must be. @throws what {@link upload} throws */
export async function mediaIdOf(picture: Picture): Promise<string> {
  return 'mediaId' in picture ? picture.mediaId : (await upload(picture)).mediaId;
}

/**
 * Uploads a picture, unless WeChat has one with the same bytes. Two instances may upload the same at once: both
 * ids are good, and the last one is remembered.
 *
 * @throws Failure NOT_AN_IMAGE, IMAGE_TOO_LARGE, FILE_NOT_FOUND, before WeChat is asked; WechatError
 */
export async function upload(picture: Exclude<Picture, { mediaId: string }>): Promise<Uploaded> {
  const bytes = 'data' in picture ? Buffer.from(picture.data, 'base64') : await downloadFile(picture.fileId);
  const { contentType, extension } = checkedType(bytes);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const cached = await cachedMedia.get(digest);
  if (cached !== undefined && clock.now() < cached.expiresAt) {
    return { mediaId: cached.mediaId, until: cached.expiresAt };
  }
  const askedAt = clock.now();
  const fileName = `${digest.slice(0, 16)}.${extension}`;
  const { mediaId } = await uploadTempMedia(wechat, { contentType, bytes, fileName });
  const until = askedAt + KEPT_MS;
  await cachedMedia.put({ _id: digest, mediaId, expiresAt: until });
  return { mediaId, until };
}

/** A picture that a user sent, or that was uploaded: small enough in base64, else as a file of cloud storage. */
export type Downloaded = { contentType: string; size: number } & ({ data: string } | { fileId: string });

/** @throws WechatError; 40007 when the id is unknown or has expired */
export async function download(mediaId: string): Promise<Downloaded> {
  const { contentType, bytes } = await getTempMedia(wechat, mediaId);
  const size = bytes.length;
  if (size <= MOST_ANSWERED_BYTES) return { contentType, size, data: bytes.toString('base64') };
  return { contentType, size, fileId: await storePicture(bytes) };
}

function checkedType(bytes: Buffer): ImageType {
  const type = imageTypeOf(bytes);
  if (type === undefined) throw new Failure('NOT_AN_IMAGE');
  if (bytes.length > MOST_BYTES) {
    const message = `the picture has ${bytes.length} bytes, and may have ${MOST_BYTES} (10 MB)`;
    throw new Failure('IMAGE_TOO_LARGE', { message });
  }
  return type;
}
