/** Reads a function's event: what the platform adds is taken off, what is too large or wrong is refused. */
import * as v from 'valibot';
import { Failure } from './result';

// CloudBase adds these beside the caller's own fields: `userInfo` { appId, openId } (WeChat's documentation,
// wxcloud/guide/functions/userinfo) and `tcbContext` (seen in events). They are never read: who calls is
// asked of the SDK.
const PLATFORM_FIELDS = ['userInfo', 'tcbContext'];

export interface InputLimits {
  /** Levels of objects and arrays. */
  depth: number;
  /** Values, objects and arrays among them. */
  values: number;
  /** UTF-16 units of all names and texts. */
  characters: number;
}

/** Far above what the largest message needs; each schema has its own, narrower limits. */
const LIMITS: InputLimits = { depth: 8, values: 1_000, characters: 20_000 };

/**
 * Checks an event against its schema.
 *
 * @param limits of a function that takes more than one message at once
 * @returns the input as the schema types it
 * @throws Failure INVALID_INPUT, whose message names the field
 */
export function parseInput<Input>(
  schema: v.GenericSchema<unknown, Input>,
  event: unknown,
  limits: Partial<InputLimits> = {},
): Input {
  const own = ownFields(event);
  const excess = excessOf(own, { ...LIMITS, ...limits });
  if (excess) throw invalidInput(`the input ${excess}`);

  const parsed = v.safeParse(schema, own);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw invalidInput(path === null ? issue.message : `${path}: ${issue.message}`);
}

function ownFields(event: unknown): unknown {
  if (event === undefined || event === null) return {};
  if (typeof event !== 'object' || Array.isArray(event)) return event;
  return Object.fromEntries(Object.entries(event).filter(([key]) => !PLATFORM_FIELDS.includes(key)));
}

/** Names that reach an object's prototype. No message of WeChat's has them, and valibot would pass over them. */
const PROTOTYPE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** Says how `input` is too large or dangerous, if it is. Stops at the first limit, however large the input. */
function excessOf(input: unknown, limits: InputLimits): string | undefined {
  let values = 0;
  let characters = 0;
  const ahead: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { value, depth } = next;
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (depth > limits.depth) return `is nested more than ${limits.depth} levels deep`;
    if (values > limits.values) return `has more than ${limits.values} values`;
    if (characters > limits.characters) return `has more than ${limits.characters} characters`;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
      if (PROTOTYPE_NAMES.has(key)) return `has a field named ${key}`;
      characters += key.length;
      ahead.push({ value: member, depth: depth + 1 });
    }
  }
  return undefined;
}

/** A text of 1 to `maxLength` characters (UTF-16 units). */
export function text(maxLength: number): v.GenericSchema<unknown, string> {
  return v.pipe(
    v.string(),
    v.nonEmpty('must not be empty'),
    v.maxLength(maxLength, `must have at most ${maxLength} characters`),
  );
}

/** @param message names the field: `to: is required` */
export function invalidInput(message: string): Failure {
  return new Failure('INVALID_INPUT', { message });
}
