/** The frame of every function: parse, count, authorise, run, answer. */
import type * as v from 'valibot';
import { type Access, requireAllowed, type Who } from './access';
import { type Caller, currentCaller } from './caller';
import { clock } from './clock';
import { type InputLimits, parseInput } from './input';
import { log } from './log';
import { countCall } from './rates';
import { explainsItself, failureOf, namesAnAddress, type Result } from './result';
import { settings } from './settings';

export type Definition<Input, Output> = Access<Input> & {
  /** What the event must look like; anything else is answered INVALID_INPUT. */
  input: v.GenericSchema<unknown, Input>;
  /** How large the event may be. Left out: as large as one message needs. */
  limits?: Partial<InputLimits>;
  /**
   * It only reads, and asks nothing of WeChat: its calls are not counted against XINSHI_CALLS_PER_MINUTE, since
   * counting one takes a write, which costs more than the reads that it would save. Left out: calls are counted.
   */
  readsOnly?: true;
  /**
   * Does the work: one call of a domain function. What it throws becomes the answer's `error`.
   *
   * @param deadline when the cloud ends the call, in milliseconds since 1970
   */
  run(input: Input, caller: Caller, deadline: number): Promise<Output>;
};

/** What `main` is: CloudBase calls it, and the documentation's test reads who may. */
export interface Main<Output> {
  (event: unknown, context?: CallContext): Promise<Result<Output>>;
  allow: readonly Who[];
}

/** What the cloud passes beside the event (cloud.tencent.com/document/product/583/11060), as far as it is used. */
export interface CallContext {
  /** The function's time limit. */
  time_limit_in_ms?: number;
}

/** Of a context without a limit: what CloudBase gives a function when nothing is said. */
const USUAL_TIME_LIMIT_MS = 3_000;

/** @returns the `main` that CloudBase calls; it never throws */
export function cloudFunction<Input, Output>(definition: Definition<Input, Output>): Main<Output> {
  const main = async (event: unknown, context: CallContext = {}): Promise<Result<Output>> => {
    try {
      const deadline = clock.now() + (context.time_limit_in_ms ?? USUAL_TIME_LIMIT_MS);
      const caller = currentCaller();
      const input = parseInput(definition.input, event, definition.limits);
      if (!definition.readsOnly) await countCall(caller, settings.functionName);
      await requireAllowed(definition, caller, input);
      return { ok: true, data: await definition.run(input, caller, deadline) };
    } catch (error) {
      if (!explainsItself(error)) log.error('the function failed', { error });
      else if (namesAnAddress(error)) log.error('the call failed', { wechat: error.wechat });
      return { ok: false, error: failureOf(error) };
    }
  };
  return Object.assign(main, { allow: definition.allow });
}
