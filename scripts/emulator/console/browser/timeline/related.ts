/** What has to do with an entry without having been called in it: the receipt of a send, a push and its replays. */
import { type Entry, flatten } from './entries';
import { exactJson } from './exactJson';

export interface Related {
  /** What it is to the entry: 送达回执. */
  words: string;
  entry: Entry;
}

/** @param all every entry of the timeline. @returns oldest first */
export function relatedTo(entry: Entry, all: Entry[]): Related[] {
  const wordsOf = relations(entry);
  const related = all.flatMap((other): Related[] => {
    const words = other === entry ? undefined : wordsOf(other);
    return words === undefined ? [] : [{ words, entry: other }];
  });
  return related.sort((a, b) => a.entry.at - b.entry.at);
}

/** What another entry is to this one. */
function relations(entry: Entry): (other: Entry) => string | undefined {
  const { push } = entry;
  // A function's send is made in one of its cloud calls.
  const ownSends = new Set(flatten([entry]).flatMap((each) => sent(each) ?? []));
  const ownReceipt = receipt(entry);
  return (other) => {
    if (push !== undefined && other.push?.replayOf === push.id) return '重放';
    if (push?.replayOf !== undefined && other.push?.id === push.replayOf) return '原来的推送';
    const otherReceipt = receipt(other);
    if (otherReceipt !== undefined && ownSends.has(otherReceipt)) return '送达回执';
    if (ownReceipt !== undefined && sent(other) === ownReceipt) return '发送';
    return undefined;
  };
}

const RECEIPT = 'subscribe_msg_sent_event';

/** The msgid that WeChat answered the send of a subscription message with. */
function sent({ call }: Entry): string | undefined {
  if (call === undefined || call.kind === 'function') return undefined;
  return /"msgid":"?(\d+)/i.exec(exactJson(call.response))?.[1];
}

/** The msgid that the receipt is about: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/subscribe-message.html */
function receipt({ push }: Entry): string | undefined {
  if (push?.event !== RECEIPT) return undefined;
  return /"MsgID":"?(\d+)/.exec(exactJson(push.packet))?.[1];
}
