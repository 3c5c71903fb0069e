/** WeChat's subscription messages (WeChat's documentation: subscribeMessage.send). */
import * as v from 'valibot';
import { exactDigits } from './exactDigits';
import type { Transport } from './transport';

export interface SubscribeMessage {
  openid: string;
  tmplId: string;
  /** Values by WeChat's keys: `{ thing1: '园区 3 号线' }`. */
  data: Readonly<Record<string, string>>;
  /** The page that a tap opens, with its query. Left out: none. */
  page?: string;
  /** Which version of the mini-program a tap opens. Left out: formal. */
  miniprogramState?: MiniprogramState;
  /** Left out: zh_CN. */
  lang?: 'zh_CN' | 'en_US' | 'zh_HK' | 'zh_TW';
}

export type MiniprogramState = 'developer' | 'trial' | 'formal';

const Answer = v.object({ msgid: v.pipe(v.unknown(), v.transform(exactDigits)) });

/**
 * Sends one message, which uses up one grant of a one-time template.
 *
 * @returns WeChat's id of the message, 64 bits as digits; undefined when the answer has none
 * @throws WechatError
 */
export async function sendSubscribeMessage(
  transport: Transport,
  message: SubscribeMessage,
): Promise<{ msgid: string | undefined }> {
  const { openid, tmplId, data, page, miniprogramState, lang } = message;
  const answer = await transport.call('subscribeMessage.send', {
    touser: openid,
    template_id: tmplId,
    data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
    ...(page !== undefined && { page }),
    ...(miniprogramState !== undefined && { miniprogram_state: miniprogramState }),
    ...(lang !== undefined && { lang }),
  });
  const parsed = v.safeParse(Answer, answer);
  return { msgid: parsed.success ? parsed.output.msgid : undefined };
}
