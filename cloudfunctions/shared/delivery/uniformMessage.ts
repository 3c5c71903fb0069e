/** Sends uniform service messages, recorded, and subscription messages where WeChat has withdrawn them. */
import { audited } from '../audit/audited';
import type { Caller } from '../platform/caller';
import { log } from '../platform/log';
import type { TemplateData } from '../templates/templateData';
import { wechat } from '../transport/wechat';
import { sendUniformMessage, type UniformMessage } from '../wechat/uniformMessage';
import { WechatError } from '../wechat/wechatError';
import { prepare, type Sent } from './subscribeMessage';

/** The subscription message that stands in for a uniform one. */
export interface Fallback<Reference extends string> {
  template: Reference;
  data: TemplateData<Reference>;
  page?: string;
}

export type UniformSent = { sentAs: 'uniform' } | ({ sentAs: 'subscribe' } & Sent);

/**
 * WeChat's codes for what it has withdrawn: template messages of mini-programs, and uniform messages as a whole
 * (its notice of 22 August 2023: community/develop/doc/000ae8d6348af08e7030bc2546bc01). Both are refusals:
 * nothing was sent, so another message may be.
 */
const WITHDRAWN = new Set([45103, 45109]);

/**
 * Sends one message through the official account (or, as WeChat did until it withdrew them, as a template
 * message of the mini-program), or the fallback where WeChat has withdrawn that.
 *
 * @param caller whose right to send this has been checked already
 * @throws TemplateError, for the fallback, before anything is sent; WechatError
 */
export async function sendUniform<Reference extends string>(
  message: UniformMessage,
  fallback: Fallback<Reference> | undefined,
  caller: Caller,
): Promise<UniformSent> {
  const sendFallback = fallback && prepare(fallback.template, { to: message.openid, ...fallback });
  try {
    await sendRecorded(message, caller);
    return { sentAs: 'uniform' };
  } catch (error) {
    const withdrawn = error instanceof WechatError && WITHDRAWN.has(error.wechat.errCode);
    if (!withdrawn || sendFallback === undefined) throw error;
    log.info('a subscription message is sent instead of a uniform message', {
      errCode: error.wechat.errCode,
    });
    return { sentAs: 'subscribe', ...(await sendFallback(caller)) };
  }
}

async function sendRecorded(message: UniformMessage, caller: Caller): Promise<void> {
  const { openid, mpTemplateMsg } = message;
  const { templateId: tmplId, data } = mpTemplateMsg;
  const content = Object.entries(data).map(([label, { value }]) => ({ label, value }));
  await audited({ caller, kind: 'uniform', openid, tmplId, content }, async () => {
    await sendUniformMessage(wechat, message);
    return '';
  });
}
