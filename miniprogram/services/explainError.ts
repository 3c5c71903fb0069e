/** Why a function refused, in the user's language. */
import type { FunctionError } from './cloud';

export interface ErrorExplanation {
  text: string;
  /** What to do about it; may be empty. */
  hint: string;
}

/** By the functions' stable codes: those that a user can meet. */
const EXPLANATIONS: Record<string, ErrorExplanation> = {
  NOT_SUBSCRIBED: { text: '没有可用的订阅', hint: '请先勾选并订阅，每同意一次可以收到一条。' },
  NOT_ALLOWED: { text: '你不能发送这条消息', hint: '它只能由工作人员或系统发出。' },
  DAILY_LIMIT_REACHED: { text: '今天的发送次数已用完', hint: '请明天再试。' },
  SYSTEM_BUSY: { text: '微信正忙', hint: '请稍后再试。' },
  UNREACHABLE: { text: '没有连上服务', hint: '请检查网络，然后重试。' },
  FUNCTION_NOT_FOUND: { text: '服务还没有部署', hint: '请先上传云函数，再重新打开小程序。' },
  FUNCTION_FAILED: { text: '服务出错了', hint: '请稍后重试；原因在云函数的日志里。' },
  FUNCTION_TIMED_OUT: { text: '服务没有按时回答', hint: '请稍后重试。' },
  SEND_OUTCOME_UNKNOWN: {
    text: '不确定是否已经发出',
    hint: '请先看看服务通知里有没有，不要马上重发。',
  },
};

/** A code without an explanation of its own is shown with the function's own words, which are a developer's. */
export function explainError({ code, message, hint }: FunctionError): ErrorExplanation {
  return (
    EXPLANATIONS[code] ?? { text: `没有成功（${code}）`, hint: [message, hint].filter(Boolean).join(' ') }
  );
}
