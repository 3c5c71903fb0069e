/** Which image files WeChat takes, told by their first bytes. */

export interface ImageType {
  contentType: 'image/png' | 'image/jpeg' | 'image/gif';
  /** What the file's name ends in. */
  extension: 'png' | 'jpg' | 'gif';
}

/** 图片（image）: 10M，支持PNG\JPEG\JPG\GIF格式 (WeChat's documentation of temporary media). */
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;

const TYPES: (ImageType & { start: Buffer })[] = [
  { contentType: 'image/png', extension: 'png', start: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
  { contentType: 'image/jpeg', extension: 'jpg', start: Buffer.from('\xff\xd8\xff', 'latin1') },
  { contentType: 'image/gif', extension: 'gif', start: Buffer.from('GIF87a') },
  { contentType: 'image/gif', extension: 'gif', start: Buffer.from('GIF89a') },
];

/** Undefined when the bytes are no PNG, JPEG or GIF. */
export const imageTypeOf = (bytes: Buffer): ImageType | undefined =>
  TYPES.find(({ start }) => bytes.subarray(0, start.length).equals(start));
