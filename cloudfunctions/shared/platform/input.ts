/** Reads a function's event: what the platform adds is taken off, what is too large or wrong is refused. */
import * as v from 'valibot';
import { Failure } from './result';

// CloudBase adds these beside the caller's own fields: `userInfo` { appId, openId } (WeChat's documentation,
// wxcloud/guide/functions/userinfo) and `tcbContext` (seen in events). They are never read: who calls is
// asked of the SDK.
const PLATFORM_FIELDS = ['userInfo', 'tcbContext'];

/** Far above what the largest message needs; each schema has its own, narrower limits. */
const LIMITS = { depth: 8, values: 1_000, characters: 20_000 };

/**
 * Checks an event against its schema.
 *
 * @returns the input as the schema types it
 * @throws Failure INVALID_INPUT, whose message names the field
 */
export function parseInput<Input>(schema: v.GenericSchema<unknown, Input>, event: unknown): Input {
  const own = ownFields(event);
  const excess = excessOf(own);
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

/** Says how `input` is too large, if it is. Stops at the first limit, however large the input. */
function excessOf(input: unknown): string | undefined {
  let values = 0;
  let characters = 0;
  const ahead: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { value, depth } = next;
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (depth > LIMITS.depth) return `is nested more than ${LIMITS.depth} levels deep`;
    if (values > LIMITS.values) return `has more than ${LIMITS.values} values`;
    if (characters > LIMITS.characters) return `has more than ${LIMITS.characters} characters`;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
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
  return new Failure({
    code: 'INVALID_INPUT',
    message,
    hint: 'Compare the input with the function’s contract.ts.',
  });
}
