/** wx.requestSubscribeMessage with a typed result, on every base library. See README.md for taking it alone. */
import { isAtLeast } from './baseLibrary';
import { explainFailure, type SubscribeAnswer, type SubscribeFailure, UNSUPPORTED } from './subscribeMeaning';

export type SubscribeResult =
  | { ok: true; answers: Record<string, SubscribeAnswer> }
  | { ok: false; failure: SubscribeFailure };

/** A template to ask for. With its type, a mix that WeChat would refuse is refused before it is asked. */
export type Askable = string | { tmplId: string; type?: 'oneTime' | 'longTerm' };

/**
 * Asks the user to subscribe.
 *
 * Call it in a tap handler before anything else: after an `await` or a timer the tap is over, and WeChat refuses
 * (from base library 2.8.2 on).
 *
 * @param templates of one type, with different titles; at most 3, in newer versions 5. A base library that takes
 *   one a call is asked for the first: `answers` has those that were asked for, and no others
 * @returns never rejects: what goes wrong is a `failure`, with its meaning and the way out in Chinese
 */
export function subscribe(templates: readonly Askable[]): Promise<SubscribeResult> {
  if (typeof wx.requestSubscribeMessage !== 'function') {
    return Promise.resolve({ ok: false, failure: UNSUPPORTED });
  }
  if (templates.length === 0) return Promise.resolve(refused(10001));
  if (typesOf(templates).size > 1) return Promise.resolve(refused(20002));
  const tmplIds = templates.slice(0, mostPerRequest(templates.length)).map(idOf);
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds,
      success: (result) => resolve({ ok: true, answers: readAnswers(result, tmplIds) }),
      fail: (failure) => resolve({ ok: false, failure: explainFailure(failure) }),
    });
  });
}

/**
 * How many templates one call may ask for: `wanted`, or 1 before base library 2.8.4 (WeChat's documentation:
 * api/open-api/subscribe-message).
 */
export function mostPerRequest(wanted: number): number {
  return isAtLeast('2.8.4') ? wanted : Math.min(wanted, 1);
}

/** Whether the user agreed, with or without the voice. */
export function isAccepted(answer: SubscribeAnswer | undefined): boolean {
  return answer === 'accept' || answer === 'acceptWithAudio';
}

const idOf = (template: Askable) => (typeof template === 'string' ? template : template.tmplId);

function typesOf(templates: readonly Askable[]): Set<string> {
  const types = templates.map((template) => (typeof template === 'string' ? undefined : template.type));
  return new Set(types.filter((type) => type !== undefined));
}

/** What WeChat would answer, without asking it. */
function refused(errCode: number): SubscribeResult {
  return { ok: false, failure: explainFailure({ errMsg: 'requestSubscribeMessage: not asked', errCode }) };
}

const ANSWERS: readonly unknown[] = ['accept', 'acceptWithAudio', 'reject', 'ban', 'filter'];

function readAnswers(result: object, tmplIds: string[]): Record<string, SubscribeAnswer> {
  const answers: Record<string, SubscribeAnswer> = {};
  for (const [tmplId, answer] of Object.entries(result)) {
    if (tmplIds.includes(tmplId) && isAnswer(answer)) answers[tmplId] = answer;
  }
  return answers;
}

const isAnswer = (answer: unknown): answer is SubscribeAnswer => ANSWERS.includes(answer);
