/** The timeline: calls and pushes, newest first, each with what it caused below it. */
import type { BegunCall, CallRecord, LogRecord, PushRecord } from '../../../contract';
import { callOutcome, type Outcome, pushOutcome, RUNNING } from './outcome';

export type EntryKind = 'function' | 'cloud' | 'push' | 'timer' | 'https';

export interface Entry {
  /** Stays the same while the entry is there, from the beginning of a call on; it stands in the page's address. */
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
  /** The push or call that caused it. */
  parent?: Entry;
  /** Absent while it goes on. */
  call?: CallRecord;
  push?: PushRecord;
  /** What the function wrote in this call, oldest first. */
  logs: LogRecord[];
  children: Entry[];
}

export interface Happened {
  calls: CallRecord[];
  pushes: PushRecord[];
  logs: LogRecord[];
  /** Calls of functions that go on. Default: none. */
  begun?: Iterable<BegunCall>;
}

/** The groups of entries, newest first; `children` are in the order in which they were. */
export function groupEntries({ calls, pushes, logs, begun = [] }: Happened): Entry[] {
  const logsOf = byRequestId(logs);
  const ended: [id: string, entry: Entry][] = [
    ...pushes.map((push): [string, Entry] => [push.id, pushEntry(push)]),
    ...calls.map((call): [string, Entry] => [call.id, callEntry(call, logsOf)]),
  ];
  // Ids are given in the order in which things are recorded.
  ended.sort(([a], [b]) => (a < b ? -1 : 1));
  const going = [...begun].map((call) => ({ call, entry: begunEntry(call, logsOf) }));
  const all = [...ended.map(([, entry]) => entry), ...going.map(({ entry }) => entry)];

  const byRequest = new Map<string, Entry>();
  for (const entry of all) {
    if (entry.call?.kind === 'function') byRequest.set(entry.call.requestId, entry);
  }
  for (const { call, entry } of going) byRequest.set(call.requestId, entry);
  const nest = (entry: Entry | undefined, parent: Entry | undefined) => {
    if (entry === undefined || parent === undefined || entry.parent !== undefined) return;
    entry.parent = parent;
    parent.children.push(entry);
  };
  for (const entry of all) {
    for (const { requestId = '' } of entry.push?.attempts ?? []) nest(byRequest.get(requestId), entry);
    if (entry.call !== undefined) nest(entry, byRequest.get(requestAround(entry.call)));
  }
  for (const { call, entry } of going) nest(entry, byRequest.get(call.calledIn ?? ''));
  return all
    .filter(({ parent }) => parent === undefined)
    .reverse()
    .map((entry) => atDepth(entry, 0));
}

/** The request id of the call in which this one was made; '' when it was made in none. */
const requestAround = ({ kind, requestId, calledIn = '' }: CallRecord) =>
  kind === 'openapi' ? requestId : calledIn;

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
export function flatten(groups: Entry[]): Entry[] {
  const all: Entry[] = [];
  const add = (entry: Entry) => {
    all.push(entry);
    entry.children.forEach(add);
  };
  groups.forEach(add);
  return all;
}

/** The push or call with which it all began. */
export const rootOf = (entry: Entry): Entry => (entry.parent === undefined ? entry : rootOf(entry.parent));

function atDepth(entry: Entry, depth: number): Entry {
  entry.depth = depth;
  for (const child of entry.children) atDepth(child, depth + 1);
  return entry;
}

const TIMER_SOURCE = 'wx_trigger';

const functionKind = (source: string): EntryKind => (source === TIMER_SOURCE ? 'timer' : 'function');

/** Of the call of a function, which has it before it has an id. */
export const keyOfRequest = (requestId: string): string => `call-${requestId}`;
export const keyOfPush = (id: string): string => `push-${id}`;

function callEntry(call: CallRecord, logsOf: Map<string, LogRecord[]>): Entry {
  const { id, kind, name, startedAt, durationMs, source, requestId } = call;
  const openid = call.openid ?? addressee(call);
  const isFunction = kind === 'function';
  return {
    key: isFunction ? keyOfRequest(requestId) : `call-${id}`,
    kind: isFunction ? functionKind(source) : kind === 'openapi' ? 'cloud' : kind,
    name,
    ...(openid !== undefined && { openid }),
    at: startedAt,
    durationMs,
    outcome: callOutcome(call),
    depth: 0,
    call,
    logs: isFunction ? (logsOf.get(requestId) ?? []) : [],
    children: [],
  };
}

const begunEntry = (
  { name, requestId, openid, source, startedAt }: BegunCall,
  logsOf: Map<string, LogRecord[]>,
): Entry => ({
  key: keyOfRequest(requestId),
  kind: functionKind(source),
  name,
  ...(openid !== undefined && { openid }),
  at: startedAt,
  outcome: RUNNING,
  depth: 0,
  logs: logsOf.get(requestId) ?? [],
  children: [],
});

/** Over HTTPS nobody vouches for a caller: the entry is about the user to whom it sends. */
function addressee({ request }: CallRecord): string | undefined {
  if (typeof request !== 'object' || request === null || !('touser' in request)) return undefined;
  return typeof request.touser === 'string' ? request.touser : undefined;
}

function pushEntry(push: PushRecord): Entry {
  const { id, msgType, event, openid, createdAt, attempts } = push;
  return {
    key: keyOfPush(id),
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
