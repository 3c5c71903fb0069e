/** Sends subscription messages: checked before WeChat sees them, recorded, counted in the ledger. */
import type { SendLine } from '../audit/send';
import type { Caller } from '../platform/caller';
import { log } from '../platform/log';
import { subscriptionOf } from '../subscriptions/ledger';
import { remainingOf } from '../subscriptions/subscription';
import { findTemplate } from '../templates/findTemplate';
import type { Lang, Template, TemplateType, TooLong } from '../templates/template';
import { checkedData, type TemplateData } from '../templates/templateData';
import { wechat } from '../transport/wechat';
import { type MiniprogramState, sendSubscribeMessage } from '../wechat/subscribeMessage';
import { recorded } from './recorder';

export interface Message<Reference extends string> {
  /** The receiver's openid. */
  to: string;
  /** By meaning for a template named by the registry, by WeChat's keys for one named by its id. */
  data: TemplateData<Reference>;
  /** The page that a tap opens. Left out: the registry's. */
  page?: string;
  /** Which version of the mini-program a tap opens. Left out: formal. */
  miniprogramState?: MiniprogramState;
  /** Left out: the registry's. */
  lang?: Lang;
  /** What becomes of a text that is longer than its field. Left out: the registry's, else refuse. */
  tooLong?: TooLong;
}

export interface Sent {
  /** WeChat's id of the message, 64 bits as digits. */
  msgid: string;
  /** Sends granted and not used, as far as the ledger knows; for a long-term template 1 means open. */
  remaining: number;
}

/**
 * Sends one message. WeChat is asked even when the ledger knows of no grant: its own count decides.
 *
 * @param reference a name of the registry, `send('orderShipped', …)`, or WeChat's id of the template
 * @param caller whose right to send this has been checked already
 * @throws TemplateError UNKNOWN_TEMPLATE, INVALID_FIELD, before WeChat is asked; WechatError
 */
export async function send<Reference extends string>(
  reference: Reference,
  message: Message<Reference>,
  caller: Caller,
): Promise<Sent> {
  return prepare(reference, message)(caller);
}

/**
 * Checks a message, and sends nothing yet.
 *
 * @returns sends it
 * @throws TemplateError UNKNOWN_TEMPLATE, INVALID_FIELD
 */
export function prepare<Reference extends string>(
  reference: Reference,
  message: Message<Reference>,
): (caller: Caller) => Promise<Sent> {
  const { to, miniprogramState } = message;
  const found = findTemplate(reference);
  const { tmplId } = found;
  const { name = '', template } = found.registered ?? {};
  const data = checkedData(found, message.data, message.tooLong ?? template?.tooLong);
  const page = message.page ?? template?.page;
  const lang = message.lang ?? template?.lang;
  const about = {
    openid: to,
    tmplId,
    template: name,
    title: template?.title ?? '',
    content: linesOf(template, data),
  };

  return async (caller) => {
    const msgid = await recorded({ caller, ...about }, async () => {
      const answer = await sendSubscribeMessage(wechat, {
        openid: to,
        tmplId,
        data,
        ...(page !== undefined && { page }),
        ...(lang !== undefined && { lang }),
        ...(miniprogramState !== undefined && { miniprogramState }),
      });
      return answer.msgid ?? '';
    });
    return { msgid, remaining: await remainingAfter(to, tmplId, template?.type ?? 'oneTime') };
  };
}

/** The lines of the card, under their labels where the registry knows them. */
function linesOf(registered: Template | undefined, data: Record<string, string>): SendLine[] {
  const labels = new Map(Object.values(registered?.fields ?? {}).map(({ key, label }) => [key, label]));
  return Object.entries(data).map(([key, value]) => ({ label: labels.get(key) ?? key, value }));
}

/** The message is on its way: a ledger that cannot be read must not look like a failure to send it. */
async function remainingAfter(openid: string, tmplId: string, type: TemplateType): Promise<number> {
  try {
    return remainingOf(await subscriptionOf(openid, tmplId), type);
  } catch (error) {
    log.error('the ledger could not be read after a send', { openid, tmplId, error });
    return 0;
  }
}
