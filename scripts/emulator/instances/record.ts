/** Writes calls of functions and what they print into the journal. */
import type { LogRecord } from '../contract';
import { cut, excerpt } from '../journal/excerpt';
import type { Journal } from '../journal/journal';
import type { Clock } from '../state/clock';
import type { Caller } from './environment';
import type { CallFailure, CallOutcome } from './outcome';

export interface CallRecorder {
  /** Says that a call goes on; nothing is kept of it before it ends. */
  begin(call: Pick<RecordedCall, 'name' | 'caller'>, requestId: string, startedAt: number): void;
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

export function createCallRecorder(journal: Journal, clock: Clock): CallRecorder {
  return {
    begin({ name, caller }, requestId, startedAt) {
      const call = { name, requestId, ...callerOf(caller), startedAt };
      journal.announce({ type: 'callBegun', call });
    },
    call({ name, event, caller, outcome }, startedAt, startedTick) {
      journal.recordCall({
        id: journal.nextId(),
        kind: 'function',
        name,
        requestId: outcome.requestId,
        ...callerOf(caller),
        request: excerpt(JSON.stringify(event ?? {})),
        ...(outcome.ok ? { response: excerpt(outcome.result) } : { error: excerptOf(outcome.failure) }),
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

const callerOf = ({ openid, source, calledIn }: Caller) => ({
  ...(openid !== undefined && { openid }),
  source,
  ...(calledIn !== undefined && { calledIn }),
});

/** Its message may be whatever the function threw. */
const excerptOf = (failure: CallFailure): CallFailure => ({ ...failure, message: cut(failure.message) });
