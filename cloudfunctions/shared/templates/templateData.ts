/** A message's data: typed by the template's fields, checked, and turned to WeChat's keys. */
import { type FieldValue, kindOf, type ValueOf } from './fieldKind';
import { brokenRule } from './fieldRules';
import type { FoundTemplate } from './findTemplate';
import { formatValue } from './formatValue';
import type { registry, TemplateName } from './registry';
import type { Template, TooLong } from './template';
import { TemplateError } from './templateError';
import { truncate } from './truncate';

/**
 * The data that goes with a reference to a template: for a name of the registry exactly its fields, each with a
 * value for its kind, so that a wrong one fails to compile; for an id, values by WeChat's keys.
 */
export type TemplateData<Reference extends string> = Reference extends TemplateName
  ? DataOf<(typeof registry)[Reference]['fields']>
  : Record<string, FieldValue>;

type DataOf<Fields extends Template['fields']> = {
  [Field in keyof Fields]: ValueOf<Fields[Field]['key']>;
};

/**
 * Writes a message's data as WeChat wants it, and checks it by the registry and by WeChat's field rules.
 *
 * @param data by meaning or by WeChat's keys, as `template.fieldsBy` says
 * @param tooLong what becomes of a text that is longer than its field
 * @returns the values by WeChat's keys
 * @throws TemplateError INVALID_FIELD, whose message names the field as the caller named it
 */
export function checkedData(
  { registered, fieldsBy }: FoundTemplate,
  data: Readonly<Record<string, FieldValue>>,
  tooLong: TooLong = 'refuse',
): Record<string, string> {
  const keys = registered ? keysByName(registered.template, fieldsBy) : keysAsGiven(data);
  for (const name of Object.keys(data)) {
    if (!keys.has(name)) throw unknownField(name, [...keys.keys()]);
  }
  return Object.fromEntries([...keys].map(([name, key]) => [key, checkedValue(name, key, data, tooLong)]));
}

/** WeChat's key of each field, under the name that the caller uses. */
function keysByName({ fields }: Template, fieldsBy: FoundTemplate['fieldsBy']): Map<string, string> {
  return new Map(
    Object.entries(fields).map(([meaning, { key }]) => [fieldsBy === 'meaning' ? meaning : key, key]),
  );
}

function keysAsGiven(data: Readonly<Record<string, FieldValue>>): Map<string, string> {
  return new Map(Object.keys(data).map((key) => [key, key]));
}

function checkedValue(
  name: string,
  key: string,
  data: Readonly<Record<string, FieldValue>>,
  tooLong: TooLong,
): string {
  const given = Object.hasOwn(data, name) ? data[name] : undefined;
  if (given === undefined || given === null || given === '') throw invalidField(name, 'is missing or empty');
  const kind = kindOf(key);
  const formatted = formatValue(kind, given);
  if ('problem' in formatted) throw invalidField(name, formatted.problem);
  const value = tooLong === 'truncate' ? truncate(kind, formatted.text) : formatted.text;
  const rule = brokenRule(key, value);
  if (rule !== undefined) throw invalidField(name, `must be ${rule} (WeChat’s field ${key})`);
  return value;
}

function unknownField(name: string, known: string[]): TemplateError {
  return new TemplateError(
    'INVALID_FIELD',
    `data.${name} is not a field of this template`,
    `The template’s fields are ${known.join(', ')}.`,
  );
}

function invalidField(name: string, problem: string): TemplateError {
  return new TemplateError(
    'INVALID_FIELD',
    `data.${name} ${problem}`,
    'Change the value; nothing was sent, and no grant was used up.',
  );
}
