/** From a packet in any of the shapes that WeChat sends to a typed push. */
import type { MessageReceipt, Push, TemplateAnswer } from './push';
import { isPacket, type Packet } from './wire/packet';

/**
 * Never throws: what it cannot read becomes an `unknown` push.
 *
 * @param packet of either form, from JSON or XML: numbers and digits in a string are read alike
 */
export function normalise(packet: Packet): Push {
  const openid = textOf(packet['FromUserName']);
  const account = textOf(packet['ToUserName']);
  const createdAt = secondsOf(packet['CreateTime']) * 1000;
  const msgType = textOf(packet['MsgType']);
  const event = textOf(packet['Event']);
  const unknown = (): Push => ({ openid, account, createdAt, kind: 'unknown', msgType, event });
  if (openid === '') return unknown();

  switch (msgType) {
    case 'text':
      return {
        openid,
        account,
        createdAt,
        kind: 'text',
        msgId: idOf(packet['MsgId']),
        content: textOf(packet['Content']),
      };
    case 'image':
      return {
        openid,
        account,
        createdAt,
        kind: 'image',
        msgId: idOf(packet['MsgId']),
        picUrl: textOf(packet['PicUrl']),
        mediaId: textOf(packet['MediaId']),
      };
    case 'miniprogrampage':
      return {
        openid,
        account,
        createdAt,
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
      return unknown();
  }

  switch (event) {
    case 'user_enter_tempsession':
      return {
        openid,
        account,
        createdAt,
        kind: 'sessionEntered',
        sessionFrom: textOf(packet['SessionFrom']),
      };
    case 'subscribe_msg_popup_event': {
      const answers = itemsOf(packet, 'SubscribeMsgPopupEvent', answerOf);
      return answers.length > 0
        ? { openid, account, createdAt, kind: 'subscribeAnswered', answers }
        : unknown();
    }
    case 'subscribe_msg_change_event': {
      const tmplIds = itemsOf(packet, 'SubscribeMsgChangeEvent', withdrawalOf);
      return tmplIds.length > 0
        ? { openid, account, createdAt, kind: 'subscriptionWithdrawn', tmplIds }
        : unknown();
    }
    case 'subscribe_msg_sent_event': {
      const receipts = itemsOf(packet, 'SubscribeMsgSentEvent', receiptOf);
      return receipts.length > 0
        ? { openid, account, createdAt, kind: 'messageSettled', receipts }
        : unknown();
    }
    default:
      return unknown();
  }
}

/**
 * The items of a subscription event. Documented: under the event's own name, an array, or an object with
 * `List`. Observed in JSON since 2021: `List` at the top level, an object when there is one item and an array
 * when there are several (github.com/binarywang/WxJava/pull/2477). In XML: `List` elements inside an element of
 * the event's name.
 */
function itemsOf<Item>(packet: Packet, eventField: string, read: (item: Packet) => Item | undefined): Item[] {
  const items: Packet[] = [];
  collectItems(packet[eventField], items);
  if (items.length === 0) collectItems(packet['List'], items);
  return items.map(read).filter((item) => item !== undefined);
}

/** `item`: what some serialisers put into a list, seen where others forward WeChat's packets. */
function collectItems(value: unknown, items: Packet[]): void {
  if (Array.isArray(value)) {
    for (const member of value) collectItems(member, items);
  } else if (isPacket(value)) {
    const inner = value['List'] ?? value['item'];
    if (inner === undefined) items.push(value);
    else collectItems(inner, items);
  }
}

const ANSWERS: ReadonlyMap<string, Pick<TemplateAnswer, 'answer' | 'voice'>> = new Map([
  ['accept', { answer: 'accept', voice: false }],
  ['acceptWithAudio', { answer: 'accept', voice: true }],
  ['reject', { answer: 'reject', voice: false }],
  ['ban', { answer: 'ban', voice: false }],
]);

function answerOf(item: Packet): TemplateAnswer | undefined {
  const tmplId = textOf(item['TemplateId']);
  const status = ANSWERS.get(textOf(item['SubscribeStatusString']));
  if (tmplId === '' || status === undefined) return undefined;
  return { tmplId, answer: status.answer, voice: status.voice, scene: textOf(item['PopupScene']) };
}

/** The event is pushed only for reject (WeChat's documentation); another status would be no withdrawal. */
function withdrawalOf(item: Packet): string | undefined {
  const tmplId = textOf(item['TemplateId']);
  return tmplId !== '' && textOf(item['SubscribeStatusString']) === 'reject' ? tmplId : undefined;
}

function receiptOf(item: Packet): MessageReceipt | undefined {
  const tmplId = textOf(item['TemplateId']);
  const msgid = idOf(item['MsgID']);
  if (tmplId === '' || msgid === '') return undefined;
  // A number by the documentation, digits in a string as observed.
  const errorCode = textOf(item['ErrorCode']);
  return { tmplId, msgid, delivered: errorCode === '0', errorCode, status: textOf(item['ErrorStatus']) };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
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
