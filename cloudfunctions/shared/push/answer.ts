/** What WeChat is answered. */
import type { Push } from './push';

export type Answer = 'success' | HandOver;

/**
 * Hands the conversation over to WeChat's own customer-service page (WeChat's guide '转发客服消息':
 * developers.weixin.qq.com/miniprogram/dev/framework/open-ability/customer-message/trans.html).
 */
export type HandOver = {
  MsgType: 'transfer_customer_service';
  /** The user. */
  ToUserName: string;
  /** The mini-program's account. */
  FromUserName: string;
  /** Seconds since 1970. */
  CreateTime: number;
};

/** @param receivedAt when the push was recorded, in milliseconds since 1970: a repeat gets the same answer */
export function handOver({ openid, account }: Push, receivedAt: number): HandOver {
  return {
    MsgType: 'transfer_customer_service',
    ToUserName: openid,
    FromUserName: account,
    CreateTime: Math.floor(receivedAt / 1000),
  };
}
