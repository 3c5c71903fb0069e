/** Who may call a function: each declares it (`allow`), and this holds it to that. */
import type { Caller } from './caller';
import { isOperator } from './operators';
import { Failure } from './result';

/**
 * `user`: any user of the mini-program. `self`: a user, in his own affairs; the function says what goes beyond
 * them. `operator`: see operators.ts. `server`: the project's own functions, timers, and servers that hold the
 * access token.
 */
export type Who = 'user' | 'self' | 'operator' | 'server';

/** The part of a function's definition that says who may call. */
export type Access<Input> =
  | { allow: readonly Exclude<Who, 'self'>[] }
  | {
      allow: readonly Who[];
      /**
       * @returns what takes more than a user, as a sentence that tells him so; undefined when the call is his own
       *   affair. Throws when the input names nothing that there is
       */
      beyondSelf(input: Input, openid: string): string | undefined;
    };

/**
 * What WeChat vouches for decides (caller.ts), never what the input says.
 *
 * @throws Failure NOT_ALLOWED, whose hint says which rule the call broke
 */
export async function requireAllowed<Input>(
  access: Access<Input>,
  caller: Caller,
  input: Input,
): Promise<void> {
  const allow: readonly Who[] = access.allow;
  if (caller.kind === 'server' && allow.includes('server')) return;
  if (caller.kind !== 'user') throw notAllowed(`Only ${whoMayCall(allow)} may call this function.`);

  if (allow.includes('user')) return;
  const beyond = 'beyondSelf' in access ? access.beyondSelf(input, caller.openid) : undefined;
  if (allow.includes('self') && beyond === undefined) return;
  if (allow.includes('operator') && (await isOperator(caller.openid))) return;
  throw notAllowed(beyond ?? `Only ${whoMayCall(allow)} may call this function.`);
}

/** For refusals and for the documentation: `operators and server-side callers`. */
export function whoMayCall(allow: readonly Who[]): string {
  const words = allow.map((who) => WORDS[who]);
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join();
}

const WORDS: Record<Who, string> = {
  user: 'users of the mini-program',
  self: 'users in their own affairs',
  operator: 'operators',
  server: 'server-side callers',
};

/** @returns the caller's openid; throws NOT_ALLOWED unless he is a user of the mini-program */
export function requireUser(caller: Caller): string {
  if (caller.kind !== 'user') throw notAllowed('Only users of the mini-program may call this function.');
  return caller.openid;
}

/**
 * Throws NOT_ALLOWED unless the call can be WeChat's push. A mini-program's users and the project's own
 * functions are refused. A server with the access token passes: it may forward what WeChat pushed to it.
 *
 * @param from the openid that the packet claims to be from, '' for none; it must be the one WeChat vouches for,
 *   if it does
 */
export function requirePush(caller: Caller, from: string): void {
  const forwarded = caller.kind === 'server' && caller.by === 'http';
  if (caller.kind !== 'wechat' && !forwarded)
    throw notAllowed('Only WeChat’s message push may call this function.');
  if (from !== '' && caller.openid !== undefined && caller.openid !== from) {
    throw notAllowed('The packet’s FromUserName is not the user whom WeChat vouches for.');
  }
}

function notAllowed(hint: string): Failure {
  return new Failure('NOT_ALLOWED', { hint });
}
