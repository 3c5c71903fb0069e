/** The frame of every function: parse, authorise, run, answer. */
import type * as v from 'valibot';
import { type Caller, currentCaller } from './caller';
import { parseInput } from './input';
import { log } from './log';
import { explainsItself, failureOf, type Result } from './result';

export interface Definition<Input, Output> {
  /** What the event must look like; anything else is answered INVALID_INPUT. */
  input: v.GenericSchema<unknown, Input>;
  /** Throws NOT_ALLOWED when this caller may not do this: one of the rules of `access`. */
  allow(caller: Caller, input: Input): void | Promise<void>;
  /** Does the work: one call of a domain function. What it throws becomes the answer's `error`. */
  run(input: Input, caller: Caller): Promise<Output>;
}

/** @returns the `main` that CloudBase calls; it never throws */
export function cloudFunction<Input, Output>(
  definition: Definition<Input, Output>,
): (event: unknown) => Promise<Result<Output>> {
  return async (event) => {
    try {
      const caller = currentCaller();
      const input = parseInput(definition.input, event);
      await definition.allow(caller, input);
      return { ok: true, data: await definition.run(input, caller) };
    } catch (error) {
      if (!explainsItself(error)) log.error('the function failed', { error });
      return { ok: false, error: failureOf(error) };
    }
  };
}
