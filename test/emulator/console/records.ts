/** Records of a journal as short as they can be, for the tests of what the console makes of them. */
import { flatten, groupEntries } from '../../../scripts/emulator/console/browser/timeline/entries';
import type { CallRecord, LogRecord, PushRecord } from '../../../scripts/emulator/contract';

export const call = (id: string, fields: Partial<CallRecord>): CallRecord => ({
  id,
  kind: 'function',
  name: 'f',
  requestId: `r${id}`,
  source: 'wx_client',
  request: {},
  startedAt: Number(id),
  durationMs: 1,
  ...fields,
});
export const push = (id: string, fields: Partial<PushRecord> = {}): PushRecord => ({
  id,
  msgType: 'text',
  openid: 'o1',
  packet: { Content: '在吗' },
  functionName: 'messagePush',
  attempts: [{ startedAt: 1, durationMs: 5, response: 'success' }],
  createdAt: Number(id),
  ...fields,
});
export const log = (id: string, requestId: string, text: string): LogRecord => ({
  id,
  functionName: 'f',
  requestId,
  level: 'info',
  text,
  at: 1,
});

export const timeline = (calls: CallRecord[], pushes: PushRecord[] = [], logs: LogRecord[] = []) =>
  flatten(groupEntries({ calls, pushes, logs }));
