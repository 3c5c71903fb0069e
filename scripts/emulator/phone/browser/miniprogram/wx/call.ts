/** How a mini-program calls WeChat: with callbacks, or without any for a promise. */
import { reportMistake } from '../mistakes';
import { wrongParameter } from './parameters';

/**
 * What WeChat hands to `fail`, and what a promise is rejected with: an object, of cloud calls an Error (reported as
 * `Uncaught (in promise) Error: cloud.callFunction:fail Error: errCode: …`).
 */
export class WxFailure extends Error {
  constructor(
    readonly reason: string,
    readonly numbers: FailureNumbers = {},
  ) {
    super(reason);
  }
}

/** Which of the two a call has, its documentation says. */
export interface FailureNumbers {
  errCode?: number | undefined;
  /** WeChat's general numbers (WeChat's documentation: framework/usability/PublicErrno). */
  errno?: number;
}

interface Callbacks<R, F = { errMsg: string } & FailureNumbers> {
  success?(result: R & { errMsg: string }): void;
  fail?(failure: F): void;
  complete?(outcome: object): void;
}

/** Calls `tell`, which calls back, when a call has ended. */
type TellOutcome = (tell: () => void, succeeded: boolean) => void;

export type WxCall<O, R> = (options?: O & Callbacks<R>) => Promise<R & { errMsg: string }> | undefined;

/**
 * Makes one of WeChat's asynchronous calls.
 *
 * @param name as in `errMsg`: `showToast`
 * @param run begins at once, while the tap that called is still being handled; what it throws as a `WxFailure`
 *   becomes `errMsg: '<name>:fail <reason>'`
 * @param begin asked at each call, as it begins: how its callbacks are called
 */
export function wxCall<O extends object, R>(
  name: string,
  run: (options: O) => R | Promise<R>,
  begin: () => TellOutcome = () => (tell) => tell(),
): WxCall<O, R> {
  return (options = {} as O & Callbacks<R>) => {
    const tellOutcome = begin();
    const outcome = attempt(name, () => {
      const wrong = wrongParameter(name, options);
      if (wrong !== undefined) throw new WxFailure(wrong, { errno: 1001 });
      return run(options);
    });
    return settle(name, outcome, options, tellOutcome);
  };
}

/**
 * Tells the callbacks how a call ended; what one throws is the mini-program's mistake, and keeps none from the next.
 *
 * @returns the outcome itself where there is no callback
 */
export function settle<R, F>(
  name: string,
  outcome: Promise<R & { errMsg: string }>,
  { success, fail, complete }: Callbacks<R, F>,
  tellOutcome: TellOutcome = (tell) => tell(),
): Promise<R & { errMsg: string }> | undefined {
  if (success === undefined && fail === undefined && complete === undefined) return outcome;
  outcome.then(
    (result) =>
      tellOutcome(() => {
        callBack(name, 'success', () => success?.(result));
        callBack(name, 'complete', () => complete?.(result));
      }, true),
    (failure) =>
      tellOutcome(() => {
        callBack(name, 'fail', () => fail?.(failure));
        callBack(name, 'complete', () => complete?.(failure));
      }, false),
  );
  return undefined;
}

/** In WeChat's words for where it was: `at api request success callback function`. */
function callBack(name: string, kind: string, call: () => void): void {
  try {
    call();
  } catch (error) {
    reportMistake(`at api ${name} ${kind} callback function`, error);
  }
}

/**
 * Makes a call that has the form of an asynchronous one and answers at once: `globalData` that its `success` fills is
 * there for the modules that run next (WeChat's documentation: wx.getSystemInfo, 异步的调用格式，但是同步返回).
 */
export function wxCallAtOnce<R extends object>(name: string, run: () => R): WxCall<object, R> {
  return ({ success, complete } = {}) => {
    const result = { ...run(), errMsg: `${name}:ok` };
    callBack(name, 'success', () => success?.(result));
    callBack(name, 'complete', () => complete?.(result));
    return success === undefined && complete === undefined ? Promise.resolve(result) : undefined;
  };
}

async function attempt<R>(name: string, run: () => R | Promise<R>) {
  try {
    return Object.assign({ errMsg: `${name}:ok` }, await run());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const errMsg = failureText(name, reason);
    const failure = { errMsg, ...(error instanceof WxFailure && error.numbers) };
    throw name.startsWith('cloud.') ? Object.assign(new Error(errMsg), failure) : failure;
  }
}

/** Some of WeChat's reasons follow a colon: `setStorage:fail:quota reached`. */
export const failureText = (name: string, reason: string): string =>
  `${name}:fail${reason.startsWith(':') ? '' : ' '}${reason}`;
