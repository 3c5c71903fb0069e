/** Regular expressions as BSON has them, to those that mingo takes. */
import { BSONRegExp } from 'bson';
import { invalidParam } from './errors';
import { isPlainObject } from './plainObject';

/**
 * A copy of the value in which each of BSON's regular expressions is JavaScript's.
 * @throws {GatewayError} INVALID_PARAM for an option that JavaScript has not, such as `x`
 */
export function withRegExps(value: unknown): unknown {
  if (value instanceof BSONRegExp) return toRegExp(value.pattern, value.options);
  if (Array.isArray(value)) return value.map(withRegExps);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, withRegExps(content)]));
}

function toRegExp(pattern: string, options: string): RegExp {
  const unknown = options.replace(/[imsguy]/g, '');
  if (unknown !== '')
    throw invalidParam(`not supported by the emulator: the option ${unknown} of a regular expression`);
  // g and y say where a search goes on, not whether a text fits; MongoDB's patterns are Unicode without u.
  return new RegExp(pattern, options.replace(/[guy]/g, ''));
}
