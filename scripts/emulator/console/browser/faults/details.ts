/** What else a kind of fault needs: how late, which code. */
import type { Fault, FaultRule } from '../../../contract';

export interface Detail {
  label: string;
  initial: string;
  /** What is wrong with it. */
  troubleOf(text: string): string | undefined;
}

/** The emulator's own limit. */
const LONGEST_MS = 600_000;

const milliseconds = (text: string) =>
  /^\d{1,6}$/.test(text) && Number(text) <= LONGEST_MS ? undefined : `要 0 到 ${LONGEST_MS} 的整数`;

const DETAILS: Partial<Record<Fault['kind'], Detail>> = {
  latency: { label: '毫秒', initial: '3000', troubleOf: milliseconds },
  error: {
    label: 'errcode',
    initial: '43101',
    troubleOf: (text) => (/^-?[1-9]\d{0,8}$/.test(text) ? undefined : '要一个不是 0 的整数'),
  },
  cloudError: {
    label: '错误码',
    initial: 'DATABASE_REQUEST_FAILED',
    troubleOf: (text) => (text === '' ? '不能空着' : undefined),
  },
  outOfOrder: { label: '最多等几毫秒', initial: '1000', troubleOf: milliseconds },
};

export const detailFor = (kind: Fault['kind']): Detail | undefined => DETAILS[kind];

/** Of a rule; '' for a kind that needs none. */
export function detailOf(rule: FaultRule): string {
  switch (rule.kind) {
    case 'latency':
      return String(rule.latencyMs);
    case 'error':
      return String(rule.errcode);
    case 'cloudError':
      return rule.code;
    case 'outOfOrder':
      return String(rule.heldMs);
    default:
      return '';
  }
}

/** Whether the rule says if the work is done although nothing comes back. */
export const saysWhatIsDone = (kind: Fault['kind']): kind is 'timeout' | 'noReply' =>
  kind === 'timeout' || kind === 'noReply';

/**
 * @param detail that {@link Detail.troubleOf} finds nothing wrong with
 * @param old the rule that is changed: the texts that it answers stay
 */
export function faultOf(
  kind: Fault['kind'],
  detail: string,
  workDone: boolean,
  old: FaultRule | undefined,
): Fault {
  switch (kind) {
    case 'latency':
      return { kind, latencyMs: Number(detail) };
    case 'error': {
      const errcode = Number(detail);
      const errmsg = old?.kind === kind && old.errcode === errcode ? old.errmsg : undefined;
      return { kind, errcode, ...(errmsg !== undefined && { errmsg }) };
    }
    case 'cloudError':
      return { kind, code: detail, message: old?.kind === kind ? old.message : '为了测试而失败' };
    case 'outOfOrder':
      return { kind, heldMs: Number(detail) };
    case 'timeout':
    case 'noReply':
      return { kind, workDone };
    case 'replyLost':
    case 'duplicate':
      return { kind };
  }
}
