/** The API group `customerServiceMessage`. */
import * as v from 'valibot';
import type { ChatContent } from '../../contract';
import type { Conversations } from '../chat/conversations';
import { imageTypeOf, MAX_IMAGE_BYTES } from '../images';
import type { Media, Medium } from '../media';
import type { Users } from '../users';
import { success } from './answer';
import type { Api } from './api';
import { readArguments } from './arguments';
import { ApiError, WECHAT_ERRORS } from './errors';

export interface CustomerServiceMessageParts {
  users: Users;
  conversations: Conversations;
  media: Media;
}

const Text = v.fallback(v.string(), '');
const Empty = {};

const SendSchema = v.object({
  touser: Text,
  msgtype: Text,
  text: v.fallback(v.object({ content: Text }), { content: '' }),
  image: v.fallback(v.object({ media_id: Text }), { media_id: '' }),
  link: v.fallback(v.record(v.string(), v.unknown()), Empty),
  miniprogrampage: v.fallback(v.record(v.string(), v.unknown()), Empty),
});

const Required = v.pipe(v.string(), v.minLength(1));
const LinkSchema = v.object({ title: Required, description: Required, url: Required, thumb_url: Required });
const PageSchema = v.object({ title: Required, pagepath: Required, thumb_media_id: Text });

const TypingSchema = v.object({ touser: Text, command: Text });

const UploadSchema = v.object({ type: Text });
const DownloadSchema = v.object({ media_id: Text });

export function createCustomerServiceMessageApis(parts: CustomerServiceMessageParts): {
  send: Api;
  setTyping: Api;
  uploadTempMedia: Api;
  getTempMedia: Api;
} {
  const { users, conversations, media } = parts;

  /** 40003, then the message itself, then the allowance: WeChat's documentation gives no order. */
  const send: Api = (args) => {
    const message = readArguments(SendSchema, args);
    if (!users.exists(message.touser)) throw new ApiError(WECHAT_ERRORS.invalidOpenid);
    conversations.reply(message.touser, contentOf(message));
    return success();
  };

  const setTyping: Api = (args) => {
    const { touser, command } = readArguments(TypingSchema, args);
    if (!users.exists(touser)) throw new ApiError(WECHAT_ERRORS.invalidOpenid);
    if (command === 'Typing') conversations.showTyping(touser);
    else if (command === 'CancelTyping') conversations.hideTyping(touser);
    else throw new ApiError(WECHAT_ERRORS.invalidCommand);
    return success();
  };

  /** 40004 is the one code that WeChat documents; 40009 is what developers get for a large image elsewhere. */
  const uploadTempMedia: Api = (args) => {
    const { type } = readArguments(UploadSchema, new Map([...args].filter(([name]) => name === 'type')));
    const file = args.get('media');
    if (type !== 'image') throw new ApiError(WECHAT_ERRORS.invalidMediaType);
    if (file === undefined || file.value.length === 0) throw new ApiError(WECHAT_ERRORS.mediaMissing);
    if (imageTypeOf(file.value) === undefined) throw new ApiError(WECHAT_ERRORS.invalidMediaType);
    if (file.value.length > MAX_IMAGE_BYTES) throw new ApiError(WECHAT_ERRORS.invalidImageSize);
    const { mediaId, createdAt } = media.keepImage(file.value);
    return success({ type, media_id: mediaId, created_at: Math.floor(createdAt / 1000) });
  };

  const getTempMedia: Api = (args) => {
    const { mediaId } = mediumOf(readArguments(DownloadSchema, args).media_id);
    const image = media.image(mediaId);
    if (image === undefined) throw new ApiError(WECHAT_ERRORS.invalidMediaId);
    const { contentType, extension, bytes } = image;
    return { kind: 'bytes', contentType, filename: `${mediaId}.${extension}`, bytes };
  };

  function contentOf(message: v.InferOutput<typeof SendSchema>): ChatContent {
    switch (message.msgtype) {
      case 'text': {
        const { content } = message.text;
        if (content === '') throw new ApiError(WECHAT_ERRORS.emptyContent);
        return { msgtype: 'text', content };
      }
      case 'image': {
        const { mediaId, url } = mediumOf(message.image.media_id);
        return { msgtype: 'image', mediaId, picUrl: url };
      }
      case 'link': {
        const { title, description, url, thumb_url } = complete(LinkSchema, message.link);
        return { msgtype: 'link', title, description, url, thumbUrl: thumb_url };
      }
      case 'miniprogrampage': {
        const { title, pagepath, thumb_media_id } = complete(PageSchema, message.miniprogrampage);
        const { mediaId, url } = mediumOf(thumb_media_id);
        return {
          msgtype: 'miniprogrampage',
          title,
          pagePath: pagepath,
          thumbMediaId: mediaId,
          thumbUrl: url,
        };
      }
      default:
        throw new ApiError(WECHAT_ERRORS.invalidMessageType);
    }
  }

  function mediumOf(mediaId: string): Medium {
    const medium = media.find(mediaId);
    if (medium === undefined) throw new ApiError(WECHAT_ERRORS.invalidMediaId);
    return medium;
  }

  return { send, setTyping, uploadTempMedia, getTempMedia };
}

/** @throws {ApiError} 47001 when a required part is missing: WeChat's documentation names no code for it */
function complete<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  part: unknown,
): v.InferOutput<TSchema> {
  const parsed = v.safeParse(schema, part);
  if (!parsed.success) throw new ApiError(WECHAT_ERRORS.dataFormatError);
  return parsed.output;
}
