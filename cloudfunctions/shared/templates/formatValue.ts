/** Writes a value as its field wants it: times and dates in WeChat's form, money with its sign. */
import { charactersIn, mostCharacters } from './characters';
import type { Fen, FieldValue, Moment, Span } from './fieldKind';

/** The text, or what is wrong with the value, to follow the field's name: `must be …`. */
export type Formatted = { text: string } | { problem: string };

/** @param kind the letters of the field's key */
export function formatValue(kind: string, value: FieldValue): Formatted {
  if (kind === 'time' || kind === 'date') return formatTime(value);
  if (kind === 'amount') return formatAmount(value);
  if (kind === 'phone_number') return formatPhone(value);
  if (typeof value === 'string' || typeof value === 'number') return { text: String(value) };
  return { problem: 'must be text or a number' };
}

const NO_TIME = {
  problem: 'must be a Date, milliseconds since 1970, { from, to }, or text in WeChat’s form',
};

function formatTime(value: FieldValue): Formatted {
  if (!isSpan(value)) return formatPoint(value);
  const from = formatPoint(value.from);
  const to = formatPoint(value.to);
  if ('problem' in from) return from;
  return 'problem' in to ? to : { text: `${from.text}~${to.text}` };
}

/** How JSON writes a Date: what becomes of one on the way from a mini-program. */
const JSON_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
/** Before it, in 1973, no message was sent; after it, no number of seconds is. */
const NO_SECONDS_FROM = 100_000_000_000;

function formatPoint(value: FieldValue): Formatted {
  if (typeof value === 'string') {
    return JSON_DATE.test(value) ? formatMoment(new Date(value)) : { text: value };
  }
  if (typeof value === 'number' && Math.abs(value) < NO_SECONDS_FROM) {
    return { problem: 'must be in milliseconds since 1970, and looks like seconds' };
  }
  return typeof value === 'number' || value instanceof Date ? formatMoment(value) : NO_TIME;
}

/** China's time, wherever the function runs: an instance in the cloud has UTC. */
const CHINA = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `2026年11月23日 15:01`: the form of WeChat's own examples, good for time and date alike. */
function formatMoment(moment: Moment): Formatted {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return NO_TIME;
  const parts = new Map(CHINA.formatToParts(date).map(({ type, value }) => [type, value]));
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  return { text: `${year}年${month}月${day}日 ${parts.get('hour')}:${parts.get('minute')}` };
}

const NO_AMOUNT = {
  problem: 'must be yuan with at most two decimals, { fen } with a whole number, or text with its sign',
};
/** By which part of it an amount that was calculated may miss its fen: a hundredth of a fen in 10 digits of yuan. */
const ROUNDING = 1e-14;

function formatAmount(value: FieldValue): Formatted {
  if (typeof value === 'string') return { text: value };
  const fen = fenOf(value);
  if (fen === undefined || !Number.isSafeInteger(fen) || fen < 0) return NO_AMOUNT;
  return { text: `￥${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}` };
}

function fenOf(value: FieldValue): number | undefined {
  if (isFen(value)) return value.fen;
  if (typeof value !== 'number') return undefined;
  const fen = Math.round(value * 100);
  return Math.abs(value - fen / 100) <= Math.max(1, value) * ROUNDING ? fen : undefined;
}

/** Full-width digits and signs become plain ones; a number that is too long for its spaces loses them. */
function formatPhone(value: FieldValue): Formatted {
  if (typeof value !== 'string' && typeof value !== 'number') return { problem: 'must be text or a number' };
  const text = String(value).normalize('NFKC').trim();
  const isTooLong = charactersIn(text) > mostCharacters('phone_number', text);
  return { text: isTooLong ? text.replaceAll(' ', '') : text };
}

function isSpan(value: FieldValue): value is Span {
  return typeof value === 'object' && 'from' in value && 'to' in value;
}

function isFen(value: FieldValue): value is Fen {
  return typeof value === 'object' && 'fen' in value;
}
