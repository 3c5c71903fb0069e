/** What the moments of WeChat's state are called. */
import type { Moment } from '../../../contract';

export interface MomentWords {
  title: string;
  detail: string;
}

/** @param nameOf nickname of an openid */
export function wordsOfMoment(moment: Moment, nameOf: (openid: string) => string): MomentWords {
  switch (moment.kind) {
    case 'chatWindowEnds':
      return {
        title: '客服消息窗口关闭',
        detail: `${nameOf(moment.openid)} · 还可以发 ${moment.remaining} 条，之后回答 45015`,
      };
    case 'typingEnds':
      return { title: '「对方正在输入」消失', detail: nameOf(moment.openid) };
    case 'handOverEnds':
      return { title: '人工客服会话结束', detail: `${nameOf(moment.openid)} · 消息重新推给开发者` };
    case 'accessTokenEnds':
      return {
        title: moment.token === 'cloudbase' ? '云托管令牌失效' : 'access_token 失效',
        detail: '之后用它调用会被拒绝',
      };
    case 'mediaExpires':
      return { title: '临时素材过期', detail: `${moment.mediaId.slice(0, 16)}…` };
    case 'timerIsDue':
      return { title: '定时器触发', detail: `${moment.functionName} · ${moment.trigger}` };
  }
}

/** Tells moments apart in a list. */
export const keyOfMoment = (moment: Moment): string => JSON.stringify({ ...moment, remaining: undefined });
