/** The rules of who may call: each passes or throws NOT_ALLOWED with a hint that names the rule. */
import type { Caller } from './caller';
import { type Collection, collection } from './database';
import { Failure } from './result';
import { settings } from './settings';

/**
 * The collection `xinshi_operators`: one document for each operator, written by hand in the console.
 * Operators may message other users.
 */
export interface Operator {
  /** The operator's openid. */
  _id: string;
  /**
   * Whoever wrote the document from a mini-program: WeChat puts it there, and nobody can leave it out or change
   * it (WeChat's documentation: wxcloud/guide/database/permission). The console and cloud functions write none.
   * A collection that a function made lets every user add documents (observed:
   * developers.weixin.qq.com/community/develop/doc/0002aa68828dc842feb7cd09156400), so such a document makes
   * nobody an operator.
   */
  _openid?: string;
  /** Who it is, for people who read the collection. */
  note?: string;
}

const operators: Collection<Operator> = collection('xinshi_operators');

/** @returns the caller's openid; throws NOT_ALLOWED unless he is a user of the mini-program */
export function requireUser(caller: Caller): string {
  if (caller.kind !== 'user') throw notAllowed('Only a user of the mini-program may call this function.');
  return caller.openid;
}

/** Throws NOT_ALLOWED unless the caller is server-side or an operator. */
export async function requireOperatorOrServer(caller: Caller): Promise<void> {
  if (caller.kind === 'server') return;
  if (caller.kind === 'user' && (await isOperator(caller.openid))) return;
  throw notAllowed('Only operators and server-side callers may call this function.');
}

/** What a message asks for, as far as the right to send it goes. */
export interface Addressed {
  /** The openid that the message goes to. */
  to: string;
  /** The registry lets users send themselves messages of this template. */
  openToUsers: boolean;
}

/** Throws NOT_ALLOWED unless the caller may send this message: see {@link whyOperatorOnly}. */
export async function requireMayMessage(caller: Caller, message: Addressed): Promise<void> {
  const reason = whyOperatorOnly(caller, message);
  if (reason === undefined) return;
  if (caller.kind === 'user' && (await isOperator(caller.openid))) return;
  throw notAllowed(reason);
}

/**
 * The rule against open relays: every user of a mini-program can call its cloud functions, so a user may
 * message only himself, and only with templates that the registry opens to users.
 *
 * @returns why it takes an operator or a server-side caller; undefined when this caller may send the message
 */
export function whyOperatorOnly(caller: Caller, { to, openToUsers }: Addressed): string | undefined {
  if (caller.kind === 'server') return undefined;
  if (caller.kind !== 'user') return 'Only users, operators and server-side callers may send messages.';
  if (to !== caller.openid)
    return 'A user may message only himself; messaging others takes an operator or a server-side caller.';
  if (!openToUsers) return 'Only operators and server-side callers may send this template.';
  return undefined;
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

/** An operator is named in the environment variable XINSHI_OPERATOR (the first one) or in the collection. */
async function isOperator(openid: string): Promise<boolean> {
  if (openid === settings.operator) return true;
  const operator = await operators.get(openid);
  return operator !== undefined && operator._openid === undefined;
}

function notAllowed(hint: string): Failure {
  return new Failure({ code: 'NOT_ALLOWED', message: 'this caller may not do that', hint });
}
