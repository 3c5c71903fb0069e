/** From a packet in any of the shapes that WeChat sends to a typed push. */
import type { MessageReceipt, Push, TemplateAnswer } from './push';

export type Packet = Readonly<Record<string, unknown>>;

/**
 * Never throws: what it cannot read becomes an `unknown` push.
 *
 * @param packet the event of a cloud function, as WeChat's JSON has it
 */
export function normalise(packet: Packet): Push {
  const origin = {
    openid: textOf(packet['FromUserName']),
    account: textOf(packet['ToUserName']),
    createdAt: secondsOf(packet['CreateTime']) * 1000,
  };
  const msgType = textOf(packet['MsgType']);
  const event = textOf(packet['Event']);
  const unknown: Push = { ...origin, kind: 'unknown', msgType, event };
  if (origin.openid === '') return unknown;

  switch (msgType) {
    case 'text':
      return { ...origin, kind: 'text', msgId: idOf(packet['MsgId']), content: textOf(packet['Content']) };
    case 'image':
      return {
        ...origin,
        kind: 'image',
        msgId: idOf(packet['MsgId']),
        picUrl: textOf(packet['PicUrl']),
        mediaId: textOf(packet['MediaId']),
      };
    case 'miniprogrampage':
      return {
        ...origin,
        kind: 'miniProgramPage',
        msgId: idOf(packet['MsgId']),
        title: textOf(packet['Title']),
        appid: textOf(packet['AppId']),
        pagePath: textOf(packet['PagePath']),
        thumbUrl: textOf(packet['ThumbUrl']),
        thumbMediaId: textOf(packet['ThumbMediaId']),
      };
    case 'event':
      break;
    default:
      return unknown;
  }

  switch (event) {
    case 'user_enter_tempsession':
      return { ...origin, kind: 'sessionEntered', sessionFrom: textOf(packet['SessionFrom']) };
    case 'subscribe_msg_popup_event': {
      const answers = itemsOf(packet, 'SubscribeMsgPopupEvent').flatMap(answerOf);
      return answers.length > 0 ? { ...origin, kind: 'subscribeAnswered', answers } : unknown;
    }
    case 'subscribe_msg_change_event': {
      const tmplIds = itemsOf(packet, 'SubscribeMsgChangeEvent').flatMap(withdrawalOf);
      return tmplIds.length > 0 ? { ...origin, kind: 'subscriptionWithdrawn', tmplIds } : unknown;
    }
    case 'subscribe_msg_sent_event': {
      const receipts = itemsOf(packet, 'SubscribeMsgSentEvent').flatMap(receiptOf);
      return receipts.length > 0 ? { ...origin, kind: 'messageSettled', receipts } : unknown;
    }
    default:
      return unknown;
  }
}

/**
 * The items of a subscription event. Documented: under the event's own name, an array, or an object with
 * `List`. Observed in JSON since 2021: `List` at the top level, an object when there is one item and an array
 * when there are several (github.com/binarywang/WxJava/pull/2477).
 */
function itemsOf(packet: Packet, eventField: string): Packet[] {
  const nested = arrayOf(packet[eventField]).flatMap((item) =>
    isPacket(item) && 'List' in item ? arrayOf(item['List']) : [item],
  );
  const items = nested.length > 0 ? nested : arrayOf(packet['List']);
  return items.filter(isPacket);
}

const ANSWERS: ReadonlyMap<string, TemplateAnswer['answer']> = new Map([
  ['accept', 'accept'],
  ['acceptWithAudio', 'accept'],
  ['reject', 'reject'],
  ['ban', 'ban'],
]);

function answerOf(item: Packet): TemplateAnswer[] {
  const tmplId = textOf(item['TemplateId']);
  const answer = ANSWERS.get(textOf(item['SubscribeStatusString']));
  return tmplId !== '' && answer !== undefined ? [{ tmplId, answer }] : [];
}

/** The event is pushed only for reject (WeChat's documentation); another status would be no withdrawal. */
function withdrawalOf(item: Packet): string[] {
  const tmplId = textOf(item['TemplateId']);
  return tmplId !== '' && textOf(item['SubscribeStatusString']) === 'reject' ? [tmplId] : [];
}

function receiptOf(item: Packet): MessageReceipt[] {
  const tmplId = textOf(item['TemplateId']);
  const msgid = idOf(item['MsgID']);
  if (tmplId === '' || msgid === '') return [];
  // A number by the documentation, digits in a string as observed.
  return [
    { tmplId, msgid, delivered: textOf(item['ErrorCode']) === '0', status: textOf(item['ErrorStatus']) },
  ];
}

function isPacket(value: unknown): value is Packet {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function arrayOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function secondsOf(value: unknown): number {
  const text = textOf(value);
  return /^\d{1,12}$/.test(text) ? Number(text) : 0;
}

/** Ids have 64 bits: a number that JavaScript cannot hold exactly has lost its last digits and names nothing. */
function idOf(value: unknown): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return '';
  return textOf(value);
}
