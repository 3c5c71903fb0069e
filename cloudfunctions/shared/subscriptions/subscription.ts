/** What is known of one user's subscription to one template, and how events change it. */

/**
 * A document of the collection `xinshi_subscriptions`: one for each user and template.
 *
 * It knows only what WeChat pushed and what was sent from here. WeChat's own count may differ (grants from
 * before the push was set up, sends by other code), and WeChat's answer to a send is what counts.
 */
export interface Subscription {
  /** `<openid>:<tmplId>`. */
  _id: string;
  openid: string;
  tmplId: string;
  /**
   * Sends granted and not used, of a one-time template. Up by one for each accept (push); down by one for each
   * message that WeChat took, never below 0 (delivery); 0 after a withdrawal or a ban (push) and when WeChat
   * refuses with 43101 (delivery). Meaningless for a long-term template.
   */
  granted: number;
  /**
   * The last word was an accept: for a long-term template, sends are open. Written by push; set to false by
   * delivery when WeChat refuses with 43101.
   */
  open: boolean;
  /** The user's last answer, or WeChat's ban of the template. Written by push. */
  lastAnswer: Answer;
  /** When it last changed, in milliseconds since 1970. Written by whoever changed it. */
  updatedAt: number;
}

export type Answer = 'accept' | 'reject' | 'ban';

/** One thing that WeChat's push says of one template. */
export type SubscriptionEvent =
  /** The subscribe panel was answered, or a kept choice answered for the user. */
  | { type: 'answered'; tmplId: string; answer: Answer }
  /** The user withdrew on the settings page or on a message's card. */
  | { type: 'withdrawn'; tmplId: string };

export function subscriptionId(openid: string, tmplId: string): string {
  return `${openid}:${tmplId}`;
}

/**
 * @param before the subscription as it is; undefined when there is none yet
 * @param at milliseconds since 1970
 * @returns the subscription as it is after the event
 */
export function applyEvent(
  before: Subscription | undefined,
  openid: string,
  event: SubscriptionEvent,
  at: number,
): Subscription {
  const { tmplId } = event;
  const answer = event.type === 'withdrawn' ? 'reject' : event.answer;
  return {
    _id: subscriptionId(openid, tmplId),
    openid,
    tmplId,
    granted: grantedAfter(before?.granted ?? 0, event),
    open: answer === 'accept',
    lastAnswer: answer,
    updatedAt: at,
  };
}

/** A refusal on the panel gives no grant and takes none; a withdrawal and a ban take them all. */
function grantedAfter(granted: number, event: SubscriptionEvent): number {
  if (event.type === 'withdrawn' || event.answer === 'ban') return 0;
  return event.answer === 'accept' ? granted + 1 : granted;
}

/**
 * @param type the template's; a template that is not in the registry counts as one-time
 * @returns sends granted and not used; for a long-term template 1 means open, 0 not
 */
export function remainingOf(subscription: Subscription | undefined, type: 'oneTime' | 'longTerm'): number {
  if (subscription === undefined) return 0;
  if (type === 'longTerm') return subscription.open ? 1 : 0;
  return subscription.granted;
}
