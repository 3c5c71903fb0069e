/** What came of a call or a push, in one word for the list. */
import type { CallRecord, PushRecord } from '../../../contract';

export interface Outcome {
  /** `unheard`: WeChat pushed, and nothing is set up to take it. */
  state: 'ok' | 'failed' | 'running' | 'unheard';
  /** `成功`, or the code of what went wrong. */
  words: string;
}

export const RUNNING: Outcome = { state: 'running', words: '进行中' };
const OK: Outcome = { state: 'ok', words: '成功' };
const failed = (words: string): Outcome => ({ state: 'failed', words });

export function callOutcome({ error, response, fault }: CallRecord): Outcome {
  if (error !== undefined) return failed(error.code);
  if (fault === 'replyLost' || fault === 'noReply' || fault === 'timeout') return failed('没有收到回答');
  if (!isObject(response)) return OK;
  // WeChat's spelling over HTTPS, that of cloud calls, and that of this project's functions.
  const errcode = response['errcode'] ?? response['errCode'] ?? 0;
  if (errcode !== 0) return failed(String(errcode));
  if (response['ok'] !== false) return OK;
  const inner = response['error'];
  return failed(isObject(inner) ? String(inner['code'] ?? '失败') : '失败');
}

export function pushOutcome({ attempts, functionName, url }: PushRecord): Outcome {
  if (functionName === undefined && url === undefined) return { state: 'unheard', words: '没有去处' };
  const last = attempts.at(-1);
  if (last === undefined) return RUNNING;
  if (last.error !== undefined) return failed(attempts.length > 1 ? `失败 ${attempts.length} 次` : '失败');
  if (last.warning !== undefined) return failed('回答无效');
  return attempts.length > 1 ? { state: 'ok', words: `第 ${attempts.length} 次成功` } : OK;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
