/** Which rule answers what the user did. Pure: all that it looks at comes as arguments. */
import { leftAt } from './allowance';
import { type Changed, isHandedOver } from './changes';
import type { Content } from './conversation';
import type { Message } from './message';
import { isOfficeOpen } from './officeHours';
import type { AnswerRules, ReplyRule, When } from './ruleTypes';

export interface AnswerPlan {
  /** The push is to be answered so that WeChat's own desk gets the message. */
  handOver: boolean;
  /** To be sent, in this order. */
  replies: Message[];
  /** The rule of rules.ts that the replies are from; absent for none, and for the hand-over's. */
  rule?: string;
}

const SILENCE: AnswerPlan = { handOver: false, replies: [] };

/** What the user did, once it is in his conversation. */
export interface Done {
  content: Content;
  /** The conversation with it. */
  conversation: Changed;
  /** Milliseconds since 1970. */
  now: number;
}

export function planFor(rules: AnswerRules, done: Done): AnswerPlan {
  const { content, conversation, now } = done;
  const entered = content.kind === 'entered';
  // He waits in the queue of WeChat's desk: what he writes meanwhile is to be read there too.
  if (isHandedOver(conversation, now)) return { handOver: !entered, replies: [] };
  if (conversation.handOverNext && !entered) return withinAllowance(rules, done, handOver(rules));
  if (isOperatorIn(conversation, rules, now)) return SILENCE;
  if (!entered && rules.handOver.when.some((when) => holds(when, rules, done))) {
    return withinAllowance(rules, done, handOver(rules));
  }
  const rule = rules.replies.find(({ when }) => holds(when, rules, done));
  if (rule !== undefined) {
    return isResting(rule, conversation, now) ? SILENCE : withinAllowance(rules, done, answer(rule));
  }
  return entered || !rules.handOver.whenNoRuleAnswers
    ? SILENCE
    : withinAllowance(rules, done, handOver(rules));
}

/** Whether an operator has taken the conversation or written in it lately. */
export function isOperatorIn(
  { operator }: Pick<Changed, 'operator'>,
  { silentAfterOperatorMs }: Pick<AnswerRules, 'silentAfterOperatorMs'>,
  now: number,
): boolean {
  return operator !== null && now < operator.activeAt + silentAfterOperatorMs;
}

const handOver = ({ handOver: { reply } }: AnswerRules): AnswerPlan => ({ handOver: true, replies: reply });
const answer = ({ name, reply }: ReplyRule): AnswerPlan => ({ handOver: false, replies: reply, rule: name });

function withinAllowance(
  { keptForPeople }: AnswerRules,
  { conversation, now }: Done,
  plan: AnswerPlan,
): AnswerPlan {
  const left = Math.max(0, leftAt(conversation.allowance, now) - keptForPeople);
  return { ...plan, replies: plan.replies.slice(0, left) };
}

function isResting({ name, notAgainWithinMs = 0 }: ReplyRule, { answeredAt }: Changed, now: number): boolean {
  const last = answeredAt[name];
  return last !== undefined && now < last + notAgainWithinMs;
}

function holds(when: When, { officeHours }: AnswerRules, { content, conversation, now }: Done): boolean {
  const said = content.kind === 'text' ? content.text.toLowerCase() : '';
  if ((when.entered ?? false) !== (content.kind === 'entered')) return false;
  if (when.firstContact && conversation.actions !== 1) return false;
  if (when.word && !when.word.some((word) => bare(word) === bare(said))) return false;
  if (when.keyword && !when.keyword.some((keyword) => said.includes(keyword.toLowerCase()))) return false;
  if (when.officeHours !== undefined && when.officeHours !== isOfficeOpen(officeHours, now)) return false;
  return when.kind === undefined || when.kind.some((kind) => kind === content.kind);
}

/** From the first character to the last that is no space, punctuation or symbol: found in one pass to and fro. */
const CORE = /[^\s\p{P}\p{S}](?:.*[^\s\p{P}\p{S}])?/su;

/** Without letter case, and without the spaces, punctuation and symbols around it. */
function bare(text: string): string {
  return CORE.exec(text.toLowerCase())?.[0] ?? '';
}
