/** Writes calls of functions and what they print into the journal. */
import type { LogRecord } from '../contract';
import type { Journal } from '../journal/journal';
import type { Clock } from '../state/clock';
import type { Caller } from './environment';
import type { CallOutcome } from './outcome';

export interface CallRecorder {
  /** @param startedTick of `performance.now()`: how long a call takes is this machine's time */
  call(call: RecordedCall, startedAt: number, startedTick: number): void;
  log(functionName: string, requestId: string, level: LogRecord['level'], text: string): void;
}

export interface RecordedCall {
  name: string;
  event: unknown;
  caller: Caller;
  outcome: CallOutcome;
}

/**
 * Characters of a log record, of an event, of a result; the emulator's own limit, so that the journal stays readable
 * and small whatever the functions print and answer.
 */
const MAX_LENGTH = 64 * 1024;

export function createCallRecorder(journal: Journal, clock: Clock): CallRecorder {
  return {
    call({ name, event, caller, outcome }, startedAt, startedTick) {
      journal.recordCall({
        id: journal.nextId(),
        kind: 'function',
        name,
        requestId: outcome.requestId,
        ...(caller.openid !== undefined && { openid: caller.openid }),
        source: caller.source,
        request: keep(JSON.stringify(event ?? {})),
        ...(outcome.ok ? { response: keep(outcome.result) } : { error: outcome.failure }),
        startedAt,
        durationMs: performance.now() - startedTick,
      });
    },
    log(functionName, requestId, level, text) {
      journal.recordLog({
        id: journal.nextId(),
        functionName,
        requestId,
        level,
        text: cut(text),
        at: clock.now(),
      });
    },
  };
}

/** What JSON says, or, when it is too long, its beginning as text. */
const keep = (json: string): unknown => (json.length > MAX_LENGTH ? cut(json) : JSON.parse(json));

const cut = (text: string): string =>
  text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}… (${text.length} characters)` : text;
