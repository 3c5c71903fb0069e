/** The timeline: calls and pushes, newest first, each with what it caused below it. */
import type { CallRecord, LogRecord, PushRecord } from '../../../contract';
import { callOutcome, type Outcome, pushOutcome } from './outcome';

export type EntryKind = 'function' | 'cloud' | 'push' | 'timer' | 'https';

export interface Entry {
  /** Stays the same while the entry is there. */
  key: string;
  kind: EntryKind;
  /** The function, API, path, or the kind of push. */
  name: string;
  openid?: string;
  at: number;
  /** Absent while it goes on. */
  durationMs?: number;
  outcome: Outcome;
  /** 0; 1 below the push or call that caused it, 2 below that. */
  depth: number;
  call?: CallRecord;
  push?: PushRecord;
  /** What the function wrote in this call, oldest first. */
  logs: LogRecord[];
  children: Entry[];
}

/** The groups of entries, newest first; `children` are in the order in which they were. */
export function groupEntries(calls: CallRecord[], pushes: PushRecord[], logs: LogRecord[]): Entry[] {
  const logsOf = byRequestId(logs);
  const entries = new Map<string, Entry>();
  const byRequest = new Map<string, Entry>();
  for (const push of pushes) entries.set(push.id, pushEntry(push));
  for (const call of calls) {
    const isFunction = call.kind === 'function';
    const entry = callEntry(call, isFunction ? (logsOf.get(call.requestId) ?? []) : []);
    entries.set(call.id, entry);
    if (isFunction) byRequest.set(call.requestId, entry);
  }

  const nested = new Set<string>();
  const nest = (parent: Entry, id: string, child: Entry) => {
    parent.children.push(child);
    nested.add(id);
  };
  for (const push of pushes) {
    for (const { requestId = '' } of push.attempts) {
      const call = byRequest.get(requestId);
      const parent = entries.get(push.id);
      if (call?.call !== undefined && parent !== undefined) nest(parent, call.call.id, call);
    }
  }
  for (const call of calls) {
    const parent = call.kind === 'openapi' ? byRequest.get(call.requestId) : undefined;
    const entry = entries.get(call.id);
    if (parent !== undefined && entry !== undefined) nest(parent, call.id, entry);
  }
  return [...entries]
    .filter(([id]) => !nested.has(id))
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, entry]) => atDepth(entry, 0));
}

function byRequestId(logs: LogRecord[]): Map<string, LogRecord[]> {
  const groups = new Map<string, LogRecord[]>();
  for (const log of logs) {
    const group = groups.get(log.requestId);
    if (group === undefined) groups.set(log.requestId, [log]);
    else group.push(log);
  }
  return groups;
}

/** Every entry, a group's head before its children. */
export const flatten = (groups: Entry[]): Entry[] =>
  groups.flatMap((entry) => (entry.children.length === 0 ? [entry] : [entry, ...flatten(entry.children)]));

function atDepth(entry: Entry, depth: number): Entry {
  entry.depth = depth;
  for (const child of entry.children) atDepth(child, depth + 1);
  return entry;
}

const TIMER_SOURCE = 'wx_trigger';

function callEntry(call: CallRecord, logs: LogRecord[]): Entry {
  const { id, kind, name, startedAt, durationMs, source } = call;
  const openid = call.openid ?? addressee(call);
  return {
    key: `call-${id}`,
    kind: kind === 'openapi' ? 'cloud' : kind === 'function' && source === TIMER_SOURCE ? 'timer' : kind,
    name,
    ...(openid !== undefined && { openid }),
    at: startedAt,
    durationMs,
    outcome: callOutcome(call),
    depth: 0,
    call,
    logs,
    children: [],
  };
}

/** Over HTTPS nobody vouches for a caller: the entry is about the user to whom it sends. */
function addressee({ request }: CallRecord): string | undefined {
  if (typeof request !== 'object' || request === null || !('touser' in request)) return undefined;
  return typeof request.touser === 'string' ? request.touser : undefined;
}

function pushEntry(push: PushRecord): Entry {
  const { id, msgType, event, openid, createdAt, attempts } = push;
  return {
    key: `push-${id}`,
    kind: 'push',
    name: event ?? msgType,
    openid,
    at: createdAt,
    ...(attempts.length > 0 && { durationMs: attempts.reduce((sum, { durationMs }) => sum + durationMs, 0) }),
    outcome: pushOutcome(push),
    depth: 0,
    push,
    logs: [],
    children: [],
  };
}
