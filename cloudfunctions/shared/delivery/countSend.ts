/** Counts a message that WeChat took against what the user granted. */
import { takeGrant } from '../subscriptions/ledger';
import { findTemplate } from '../templates/findTemplate';

/**
 * A long-term template is open or not, and has nothing to count. One that the registry does not know counts as
 * one-time.
 *
 * @param sentAt when WeChat took it, in milliseconds since 1970
 */
export async function countSend(openid: string, tmplId: string, sentAt: number): Promise<void> {
  if (findTemplate(tmplId).registered?.template.type === 'longTerm') return;
  await takeGrant(openid, tmplId, sentAt);
}
