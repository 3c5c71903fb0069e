/** A record of messageHistory as a list shows it. */
import type { Kind, Message, Outcome } from '../../cloudfunctions/messageHistory/contract';
import { meaningOf } from './explainError';
import { momentText } from './moment';

export interface SendRow {
  id: string;
  title: string;
  time: string;
  lines: { label: string; value: string }[];
  status: string;
  /** TDesign's theme of the tag. */
  theme: 'default' | 'success' | 'warning' | 'danger';
  /** Why it was refused, failed or is unknown; '' otherwise. */
  reason: string;
  /** With scope `all`. */
  to: string;
  by: string;
  /** `132 ms`, '' where it is not known. */
  duration: string;
}

export const OUTCOMES: Record<Outcome, { label: string; theme: SendRow['theme'] }> = {
  accepted: { label: '已发出', theme: 'default' },
  delivered: { label: '已送达', theme: 'success' },
  failed: { label: '未送达', theme: 'danger' },
  refused: { label: '没有发出', theme: 'danger' },
  unknown: { label: '结果未知', theme: 'warning' },
};

export const KINDS: Record<Kind, string> = {
  subscribe: '订阅消息',
  uniform: '服务消息',
  customerService: '客服消息',
};

const MESSAGE_TYPES: Record<string, string> = {
  text: '客服消息',
  image: '客服图片',
  link: '客服图文链接',
  miniprogrampage: '客服小程序卡片',
};

export function rowOf(message: Message, now: number): SendRow {
  const { id, at, kind, title, msgtype = '', content, outcome, to = '', by = '', durationMs } = message;
  const { label, theme } = OUTCOMES[outcome];
  return {
    id,
    title: title || MESSAGE_TYPES[msgtype] || KINDS[kind],
    time: momentText(at, now),
    // A text of customer service may hold links, as WeChat writes them.
    lines: content.map((line) => ({ ...line, value: line.value.replace(/<\/?a\b[^>]*>/gi, '') })),
    status: label,
    theme,
    reason: reasonOf(message),
    to,
    by: callerText(by),
    duration: durationMs === undefined || durationMs < 0 ? '' : `${durationMs} ms`,
  };
}

function reasonOf({ outcome, reason }: Message): string {
  if (reason === undefined) return outcome === 'unknown' ? '微信没有回答，可能已经送到，不会自动重发。' : '';
  if (reason.status) return `微信的回执：${reason.status}`;
  return reason.errCode === 0 ? meaningOf(reason.code) : `${meaningOf(reason.code)}（${reason.errCode}）`;
}

/** `user:<openid>` or `server:timer`. */
function callerText(by: string): string {
  const colon = by.indexOf(':');
  const who = colon === -1 ? '' : by.slice(colon + 1);
  return by.startsWith('server:') ? `系统（${who}）` : who;
}
