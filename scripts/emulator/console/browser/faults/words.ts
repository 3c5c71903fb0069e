/** A fault in words. */
import type { FaultRule } from '../../../contract';
import { FAULT_NAMES } from '../timeline/names';

/** `变慢 3000 ms`, `微信错误码 43101` */
export function wordsOfRule(rule: FaultRule): string {
  const name = FAULT_NAMES[rule.kind];
  switch (rule.kind) {
    case 'latency':
      return `${name} ${rule.latencyMs} ms`;
    case 'error':
      return `${name} ${rule.errcode}`;
    case 'cloudError':
      return `${name} ${rule.code}`;
    case 'timeout':
    case 'noReply':
      return `${name}（${rule.workDone ? '事情已经做完' : '事情没有做'}）`;
    case 'outOfOrder':
      return `${name}，最多等 ${rule.heldMs} ms`;
    case 'replyLost':
    case 'duplicate':
      return name;
  }
}

/** `100%` */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

const SHARES = [1, 0.5, 0.3, 0.2, 0.1, 0.05];

/** The shares that are offered, and the one that there is. */
export const sharesWith = (share = 1): number[] => (SHARES.includes(share) ? SHARES : [share, ...SHARES]);
