/** What the kinds of entries and of faults are called. */
import type { Fault } from '../../../contract';
import type { EntryKind } from './entries';

export const KIND_NAMES: Record<EntryKind, string> = {
  function: '函数',
  cloud: '云调用',
  push: '推送',
  timer: '定时',
  https: 'HTTPS',
};

export const FAULT_NAMES: Record<Fault['kind'], string> = {
  latency: '变慢',
  error: '微信错误码',
  cloudError: '云开发错误',
  timeout: '超时',
  noReply: '没有回答',
  replyLost: '回答丢失',
  duplicate: '推送两次',
  outOfOrder: '乱序到达',
};
