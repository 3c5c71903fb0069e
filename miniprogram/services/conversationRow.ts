/** A conversation as the desk's list and the head of its page show it. */
import type {
  ConversationState,
  ConversationView,
  LastMessage,
} from '../../cloudfunctions/customerServiceDesk/contract';
import { leftText, momentText } from './moment';

export interface ConversationRow {
  openid: string;
  /** The end of the openid: operators know their users by it, WeChat gives no names. */
  name: string;
  unread: number;
  excerpt: string;
  time: string;
  state: string;
  /** TDesign's theme of the tag. */
  theme: 'default' | 'primary' | 'warning' | 'success';
  /** `还可回 5 条 · 47:59:12`, or that nothing can be sent. */
  allowance: string;
  /** Nothing can be sent. */
  closed: boolean;
  /** `我在处理`, `同事 9f3c 在处理`, ''. */
  operator: string;
}

const STATES: Record<ConversationState, { label: string; theme: ConversationRow['theme'] }> = {
  waiting: { label: '待回复', theme: 'warning' },
  open: { label: '进行中', theme: 'success' },
  handedOver: { label: '已转客服工具', theme: 'primary' },
  closed: { label: '已结束', theme: 'default' },
};

/** @param me the operator's openid */
export function conversationRow(conversation: ConversationView, me: string, now: number): ConversationRow {
  const { openid, unread, lastMessage, lastAt, state, operator, allowance, handOverNext } = conversation;
  const { label, theme } = STATES[state];
  return {
    openid,
    name: nameOf(openid),
    unread,
    excerpt: lastMessage === null ? '进入了会话' : excerptOf(lastMessage),
    time: momentText(lastAt, now),
    state: handOverNext ? '下一条转客服工具' : label,
    theme,
    ...allowanceText(allowance, now),
    operator:
      operator === null
        ? ''
        : operator.openid === me
          ? '我在处理'
          : `同事 ${operator.openid.slice(-4)} 在处理`,
  };
}

export const nameOf = (openid: string) => `用户 ${openid.slice(-6)}`;

/** What may still be sent, counting down. */
export function allowanceText(
  { left, until }: ConversationView['allowance'],
  now: number,
): Pick<ConversationRow, 'allowance' | 'closed'> {
  const time = leftText(until - now);
  if (time === '') return { allowance: '已过时限，等用户再发消息', closed: true };
  if (left === 0) return { allowance: '条数已用完，等用户再发消息', closed: true };
  return { allowance: `还可回 ${left} 条 · ${time}`, closed: false };
}

const KINDS: Record<LastMessage['kind'], string> = {
  text: '',
  image: '[图片]',
  link: '[链接]',
  miniProgramPage: '[小程序卡片]',
  entered: '进入了会话',
};

function excerptOf({ direction, kind, excerpt }: LastMessage): string {
  // The beginning of a text may end within a link's markup.
  const said = KINDS[kind] || excerpt.replace(/<\/?a\b[^>]*(?:>|$)/gi, '');
  return direction === 'out' ? `我方：${said}` : said;
}
