/**
 * What WeChat pushes, without the envelope that every packet has.
 *
 * The subscription events have the shape that developers observe in JSON, which differs from the documentation:
 * `List` at the top level, an object for one item and an array for several; codes and scenes are strings, CreateTime
 * is a number (posts 00042034428fa074706c908245b800 and 000a08f88180a0081400916f966400 in WeChat's community, WxJava
 * pull request 2477).
 */
import { randomBytes } from 'node:crypto';
import type { ChatMessage } from '../../contract';

export interface PushMessage {
  MsgType: string;
  Event?: string;
  [field: string]: unknown;
}

/** '0': the panel was shown in the mini-program. */
const POPUP_SCENE_MINI_PROGRAM = '0';

/** The user answered the subscribe panel. @param choices by template */
export function popupEvent(choices: ReadonlyMap<string, string>): PushMessage {
  return subscriptionEvent(
    'subscribe_msg_popup_event',
    [...choices].map(([tmplId, choice]) => ({
      TemplateId: tmplId,
      SubscribeStatusString: choice === 'reject' ? 'reject' : 'accept',
      PopupScene: POPUP_SCENE_MINI_PROGRAM,
    })),
  );
}

/** The user now rejects these templates on the settings page. */
export function changeEvent(rejected: string[]): PushMessage {
  return subscriptionEvent(
    'subscribe_msg_change_event',
    rejected.map((tmplId) => ({ TemplateId: tmplId, SubscribeStatusString: 'reject' })),
  );
}

/** A subscription message reached the user. */
export function sentEvent(sent: { tmplId: string; msgid: string }): PushMessage {
  return subscriptionEvent('subscribe_msg_sent_event', [
    { TemplateId: sent.tmplId, MsgID: sent.msgid, ErrorCode: '0', ErrorStatus: 'success' },
  ]);
}

/** The user entered the customer-service conversation. */
export function enterEvent(sessionFrom: string): PushMessage {
  return { MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom: sessionFrom };
}

/**
 * The user wrote in the customer-service conversation.
 * @param appid the mini-program's
 * @param baseUrl goes before the paths of images that the emulator keeps
 */
export function chatMessage(
  message: ChatMessage,
  { appid, baseUrl }: { appid: string; baseUrl: string },
): PushMessage {
  const absolute = (url: string) => (url.startsWith('/') ? `${baseUrl}${url}` : url);
  return { MsgType: message.msgtype, ...chatFields(message, appid, absolute), MsgId: message.id };
}

function chatFields(
  message: ChatMessage,
  appid: string,
  absolute: (url: string) => string,
): Record<string, string> {
  switch (message.msgtype) {
    case 'text':
      return { Content: message.content };
    case 'image':
      return { PicUrl: absolute(message.picUrl), MediaId: message.mediaId };
    case 'miniprogrampage':
      return {
        Title: message.title,
        AppId: appid,
        PagePath: message.pagePath,
        ThumbUrl: absolute(message.thumbUrl),
        ThumbMediaId: message.thumbMediaId,
      };
    case 'link':
      throw new Error('users send no links');
  }
}

/**
 * The message as a cloud function gets it: a server gets a number of 64 bits as MsgId, a function no number,
 * `49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067` in WeChat's guide '消息推送'.
 *
 * @param now milliseconds since 1970
 */
export function asFunctionEvent(message: PushMessage, now: number): PushMessage {
  if (message['MsgId'] === undefined) return message;
  const seconds = Math.floor(now / 1000);
  return { ...message, MsgId: `${randomBytes(16).toString('hex')}${seconds}_${seconds}` };
}

/** Whether an answer hands the conversation over to WeChat's own customer-service page. */
export const isHandOver = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  'MsgType' in answer &&
  answer.MsgType === 'transfer_customer_service';

function subscriptionEvent(event: string, items: Record<string, string>[]): PushMessage {
  return { MsgType: 'event', Event: event, List: items.length === 1 ? items[0] : items };
}
