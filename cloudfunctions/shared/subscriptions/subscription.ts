/** What is known of one user's subscription to one template, and how each event changes it. */

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
   * Sends granted and not used, of a one-time template. Up by one for each accept (push) that finds no send
   * ahead of it; down by one for each message that WeChat took, never below 0 (delivery); 0 after a withdrawal
   * or a ban (push) and when WeChat refuses with 43101 (delivery). Meaningless for a long-term template.
   */
  granted: number;
  /**
   * Messages that WeChat took while no grant was known, each as the time when it did, in milliseconds since
   * 1970, at most {@link MOST_SENDS_AHEAD}, the latest ones. Such a send came ahead of the push that tells of
   * its grant, or of a grant that is never told (a kept choice, one from before the push was set up). Added by
   * delivery; an accept that is not later than one of them was used by it, and takes it away (push).
   */
  sendsAhead: number[];
  /**
   * The last word was an accept: for a long-term template, sends are open. Written by push; set to false by
   * delivery when WeChat refuses with 43101.
   */
  open: boolean;
  /** The user's last answer, or WeChat's ban of the template; absent before the first push. Written by push. */
  lastAnswer?: Answer;
  /** When the user last withdrew, in milliseconds since 1970; absent before. Written by push. */
  withdrawnAt?: number;
  /** When it last changed, in milliseconds since 1970. Written by whoever changed it. */
  updatedAt: number;
}

export type Answer = 'accept' | 'reject' | 'ban';

/** One thing that happened to one template; `at` is when, in milliseconds since 1970. */
export type SubscriptionEvent =
  /** The subscribe panel was answered, or a kept choice answered for the user. */
  | { type: 'answered'; tmplId: string; answer: Answer; at: number }
  /** The user withdrew on the settings page or on a message's card. */
  | { type: 'withdrawn'; tmplId: string; at: number }
  /** WeChat took a message. */
  | { type: 'sent'; tmplId: string; at: number };

/** An accept is pushed within seconds, in which no user is sent more than a few messages of one template. */
const MOST_SENDS_AHEAD = 10;

export function subscriptionId(openid: string, tmplId: string): string {
  return `${openid}:${tmplId}`;
}

/**
 * @param before the subscription as it is; undefined when there is none yet
 * @param now milliseconds since 1970
 * @returns the subscription as it is after the event
 */
export function applyEvent(
  before: Subscription | undefined,
  openid: string,
  event: SubscriptionEvent,
  now: number,
): Subscription {
  const { tmplId } = event;
  const subscription = before ?? {
    _id: subscriptionId(openid, tmplId),
    openid,
    tmplId,
    granted: 0,
    sendsAhead: [],
    open: false,
    updatedAt: now,
  };
  return { ...subscription, ...changeBy(event, subscription), updatedAt: now };
}

function changeBy(event: SubscriptionEvent, before: Subscription): Partial<Subscription> {
  switch (event.type) {
    case 'sent':
      return afterSend(before, event.at);
    case 'withdrawn':
      return { granted: 0, open: false, lastAnswer: 'reject', withdrawnAt: event.at };
    case 'answered':
      // Pushed after the withdrawal that followed it: it changes nothing any more.
      if (before.withdrawnAt !== undefined && event.at < before.withdrawnAt) return {};
      return afterAnswer(before, event.answer, event.at);
  }
}

function afterSend({ granted, sendsAhead }: Subscription, at: number): Partial<Subscription> {
  if (granted > 0) return { granted: granted - 1 };
  return { sendsAhead: [...sendsAhead, at].sort((a, b) => a - b).slice(-MOST_SENDS_AHEAD) };
}

/** A refusal on the panel gives no grant and takes none; a ban takes them all. */
function afterAnswer(
  { granted, sendsAhead }: Subscription,
  answer: Answer,
  at: number,
): Partial<Subscription> {
  if (answer === 'ban') return { granted: 0, open: false, lastAnswer: answer };
  if (answer === 'reject') return { open: false, lastAnswer: answer };
  const accepted = { open: true, lastAnswer: answer };
  // The earliest that fits: a later one may fit a later accept as well.
  const used = sendsAhead.findIndex((sentAt) => at <= sentAt);
  if (used === -1) return { ...accepted, granted: granted + 1 };
  return { ...accepted, sendsAhead: sendsAhead.filter((_, index) => index !== used) };
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
