/** From a message as callers write it to the one that WeChat takes. */
import { ownAppid } from '../platform/ownAppid';
import type { CustomerServiceMessage } from '../wechat/customerServiceMessage';
import type { Content } from './conversation';
import { mediaIdOf } from './media';
import type { Message, Picture, TextMessage, Thumb } from './message';
import { markupOf } from './text';

export interface Prepared {
  message: CustomerServiceMessage;
  /** The same, as the thread keeps it. */
  content: Content;
}

/**
 * Uploads the picture where there is one, and writes the links of a text.
 *
 * @throws what {@link mediaIdOf} and {@link ownAppid} throw; nothing has been sent then
 */
export async function prepared(message: Message): Promise<Prepared> {
  switch (message.msgtype) {
    case 'text': {
      const content = markupIn(message);
      return { message: { msgtype: 'text', content }, content: { kind: 'text', text: content } };
    }
    case 'image': {
      const mediaId = await mediaIdOf(message);
      return { message: { msgtype: 'image', mediaId }, content: { kind: 'image', mediaId, picUrl: '' } };
    }
    case 'link': {
      const { msgtype, ...card } = message;
      return { message: { msgtype, ...card }, content: { kind: 'link', ...card } };
    }
    case 'miniprogrampage': {
      const { title, pagepath } = message;
      const thumbMediaId = await mediaIdOf(pictureOf(message));
      return {
        message: { msgtype: 'miniprogrampage', title, pagepath, thumbMediaId },
        content: { kind: 'miniProgramPage', title, pagePath: pagepath, thumbMediaId, thumbUrl: '' },
      };
    }
  }
}

function markupIn({ content }: TextMessage): string {
  if (typeof content === 'string') return content;
  const linksToPages = content.some((part) => typeof part !== 'string' && part.link === 'miniProgram');
  return markupOf(content, linksToPages ? ownAppid() : '');
}

function pictureOf(thumb: Thumb): Picture {
  if ('thumbMediaId' in thumb) return { mediaId: thumb.thumbMediaId };
  return 'thumbFileId' in thumb ? { fileId: thumb.thumbFileId } : { data: thumb.thumbData };
}
