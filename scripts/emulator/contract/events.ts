/** The stream of what happens. */
import type { ChatMessage } from './chat';
import type { ClockReading } from './clock';
import type { DatabaseChanges } from './database';
import type { FaultSettings } from './faults';
import type { BegunCall, CallRecord, LogRecord, PushRecord } from './journal';
import type { Notification, OfficialAccountMessage } from './subscriptions';

/** `GET /emulator/events` streams these; the SSE event name is `type`, its data this object. */
export type EmulatorEvent =
  | { type: 'callBegun'; call: BegunCall }
  | { type: 'call'; call: CallRecord }
  | { type: 'push'; push: PushRecord }
  | { type: 'log'; log: LogRecord }
  | { type: 'notification'; notification: Notification }
  | { type: 'officialAccountMessage'; message: OfficialAccountMessage }
  /** The conversation of this user has changed: a message, or the typing state. */
  | { type: 'chat'; openid: string; message?: ChatMessage }
  /** Somebody was handed over, taken or closed on the customer-service page. */
  | { type: 'desk' }
  | ({ type: 'database' } & DatabaseChanges)
  | { type: 'setting'; openid: string }
  | { type: 'templates' }
  | { type: 'clock'; clock: ClockReading }
  /** What goes wrong on purpose is another. */
  | { type: 'faults'; faults: FaultSettings }
  | { type: 'miniprogram' }
  | { type: 'reset' };
