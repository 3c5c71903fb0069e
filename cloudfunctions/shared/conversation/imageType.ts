/** What kind of picture some bytes are, by how they begin: what a caller says of them may be wrong. */

export interface ImageType {
  contentType: 'image/png' | 'image/jpeg' | 'image/gif';
  /** What the file's name ends in. */
  extension: 'png' | 'jpg' | 'gif';
}

/** Those that WeChat takes: 支持PNG\JPEG\JPG\GIF格式 (its documentation of temporary media). */
const TYPES: readonly (ImageType & { beginnings: readonly Buffer[] })[] = [
  { contentType: 'image/png', extension: 'png', beginnings: [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')] },
  { contentType: 'image/jpeg', extension: 'jpg', beginnings: [Buffer.from('\xff\xd8\xff', 'latin1')] },
  { contentType: 'image/gif', extension: 'gif', beginnings: [Buffer.from('GIF87a'), Buffer.from('GIF89a')] },
];

/** @returns undefined when the bytes are no picture that WeChat takes */
export function imageTypeOf(bytes: Buffer): ImageType | undefined {
  return TYPES.find(({ beginnings }) =>
    beginnings.some((beginning) => bytes.subarray(0, beginning.length).equals(beginning)),
  );
}
