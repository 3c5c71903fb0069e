/** Which entries of the timeline are shown. */
import type { Entry, EntryKind } from './entries';
import { exactJson } from './exactJson';
import { KIND_NAMES } from './names';

export interface Filter {
  kind: EntryKind | '';
  /** A function, API, path or kind of push; '' is all. */
  name: string;
  openid: string;
  failedOnly: boolean;
  /** Words that all stand in the names, bodies or logs, in either case. */
  text: string;
}

export const NO_FILTER: Filter = { kind: '', name: '', openid: '', failedOnly: false, text: '' };

/** The filter as it stands in the page's address. */
export function filterIn(how: URLSearchParams): Filter {
  const kind = how.get('kind') ?? '';
  return {
    kind: Object.hasOwn(KIND_NAMES, kind) ? (kind as EntryKind) : '',
    name: how.get('name') ?? '',
    openid: how.get('user') ?? '',
    failedOnly: how.has('failed'),
    text: how.get('q') ?? '',
  };
}

export function addressOf({ kind, name, openid, failedOnly, text }: Filter): URLSearchParams {
  const given = { kind, name, user: openid, failed: failedOnly ? '1' : '', q: text.trim() };
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
}

export const isFiltered = (filter: Filter): boolean =>
  filter.kind !== '' ||
  filter.name !== '' ||
  filter.openid !== '' ||
  filter.failedOnly ||
  filter.text.trim() !== '';

export function matches(entry: Entry, filter: Filter): boolean {
  if (filter.kind !== '' && entry.kind !== filter.kind) return false;
  if (filter.name !== '' && entry.name !== filter.name) return false;
  if (filter.openid !== '' && entry.openid !== filter.openid) return false;
  if (filter.failedOnly && entry.outcome.state !== 'failed') return false;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = textOf(entry);
  return words.every((word) => text.includes(word));
}

/** Of each record; a push that goes on is a new record with each attempt. */
const texts = new WeakMap<object, string>();

function textOf({ name, call, push, logs }: Entry): string {
  const record = call ?? push ?? {};
  let text = texts.get(record);
  if (text === undefined) {
    text = `${name}\n${exactJson(record)}`.toLowerCase();
    texts.set(record, text);
  }
  return logs.length === 0 ? text : `${text}\n${logs.map((log) => log.text.toLowerCase()).join('\n')}`;
}
