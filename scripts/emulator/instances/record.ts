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

/** Characters of one log record; the emulator's own limit, so that a flood of output leaves the rest readable. */
const MAX_LOG_LENGTH = 64 * 1024;

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
        request: event,
        ...(outcome.ok ? { response: JSON.parse(outcome.result) } : { error: outcome.failure }),
        startedAt,
        durationMs: performance.now() - startedTick,
      });
    },
    log(functionName, requestId, level, text) {
      const cut = text.length > MAX_LOG_LENGTH ? `${text.slice(0, MAX_LOG_LENGTH)}…` : text;
      journal.recordLog({ id: journal.nextId(), functionName, requestId, level, text: cut, at: clock.now() });
    },
  };
}
