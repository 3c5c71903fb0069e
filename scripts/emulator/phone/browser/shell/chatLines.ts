/** What stands in the customer-service chat, in its order: messages, and WeChat's own lines between them. */
import type { ChatMessage, DeskConversation } from '../../../contract';

export type ChatLine =
  | { kind: 'message'; at: number; message: ChatMessage }
  /** A word of WeChat's own. */
  | { kind: 'system'; at: number; text: string };

/** Milliseconds between messages after which the time stands between them. */
const TIME_GAP_MS = 5 * 60_000;

/** @param handedOver undefined while the conversation is the mini-program's */
export function chatLines(messages: ChatMessage[], handedOver: DeskConversation | undefined): ChatLine[] {
  const said = messages.map((message) => ({ kind: 'message' as const, at: message.at, message }));
  // Sorting keeps those of one moment as they are: what was said before, then what WeChat says of it.
  return [...said, ...handOverLines(handedOver)].sort((one, other) => one.at - other.at);
}

function handOverLines(handedOver: DeskConversation | undefined): ChatLine[] {
  if (handedOver === undefined) return [];
  const { handedOverAt, takenAt } = handedOver;
  const isWaiting = takenAt === undefined;
  const begun = isWaiting ? '已转接人工客服，正在等待接入' : '已转接人工客服';
  return [
    { kind: 'system', at: handedOverAt, text: begun },
    ...(isWaiting ? [] : [{ kind: 'system' as const, at: takenAt, text: '人工客服已接入' }]),
  ];
}

/** Whether the time stands over this line. */
export const showsTime = (line: ChatLine, before: ChatLine | undefined): boolean =>
  line.kind === 'message' && (before === undefined || line.at - before.at > TIME_GAP_MS);
