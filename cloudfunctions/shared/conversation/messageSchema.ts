/** What a message must look like that comes from outside. */
import * as v from 'valibot';
import { text } from '../platform/input';
import type { Message, TextMessage, TextPart } from './message';

/**
 * A call of a function takes 100 KB of text (docs.cloudbase.net/error-code/EXCEED_MAX_PAYLOAD_SIZE; WeChat advises
 * the same for wx.cloud.callFunction). 96 KB of base64, 72 KB of bytes, leave room for the rest.
 */
const MOST_INLINE_CHARACTERS = 96 * 1024;

/** For `limits` of a function that takes a picture's bytes: so much that the schema tells of its own limit. */
export const INLINE_LIMITS = { characters: 2 * MOST_INLINE_CHARACTERS };

/** The bytes of a picture in base64. */
export const inlineImage = v.pipe(
  v.string(),
  v.nonEmpty('must not be empty'),
  v.maxLength(
    MOST_INLINE_CHARACTERS,
    `must have at most ${MOST_INLINE_CHARACTERS} characters: put larger pictures into cloud storage (fileId)`,
  ),
  v.base64('must be base64'),
);

export const mediaId = text(256);
export const fileId = v.pipe(text(1_024), v.startsWith('cloud://', 'must begin with cloud://'));
const url = v.pipe(text(2_048), v.regex(/^https?:\/\//i, 'must be an address: https://…'));
const pagepath = text(1_024);

const words = v.pipe(v.string(), v.maxLength(2_048));
const link = v.variant('link', [
  v.strictObject({
    link: v.literal('miniProgram'),
    text: text(256),
    path: pagepath,
    url: v.exactOptional(url),
  }),
  v.strictObject({ link: v.literal('web'), text: text(256), url }),
]);

// v.lazy rather than v.union, which would not name the field that is wrong.
const textPart: v.GenericSchema<unknown, TextPart> = v.lazy((part) =>
  typeof part === 'string' ? words : link,
);
const content: v.GenericSchema<unknown, TextMessage['content']> = v.lazy((value) =>
  Array.isArray(value) ? v.pipe(v.array(textPart), v.minLength(1), v.maxLength(50)) : text(2_048),
);

const card = { msgtype: v.literal('miniprogrampage'), title: text(256), pagepath };

export const messageSchema: v.GenericSchema<unknown, Message> = v.variant('msgtype', [
  v.strictObject({ msgtype: v.literal('text'), content }),
  v.strictObject({ msgtype: v.literal('image'), mediaId }),
  v.strictObject({ msgtype: v.literal('image'), fileId }),
  v.strictObject({ msgtype: v.literal('image'), data: inlineImage }),
  v.strictObject({
    msgtype: v.literal('link'),
    title: text(256),
    description: text(1_024),
    url,
    thumbUrl: url,
  }),
  v.strictObject({ ...card, thumbMediaId: mediaId }),
  v.strictObject({ ...card, thumbFileId: fileId }),
  v.strictObject({ ...card, thumbData: inlineImage }),
]);
