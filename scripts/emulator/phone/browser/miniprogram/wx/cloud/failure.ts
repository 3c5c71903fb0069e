/** Errors of the cloud as WeChat's client hands them over: an Error with `errCode` and `errMsg`. */
import { EmulatorError } from '../../../emulatorClient';

export interface CloudError extends Error {
  errCode: number;
  errMsg: string;
  /** There was no answer at all. */
  isUnreachable?: boolean;
}

/** By WeChat's numbers; words of wx-server-sdk 4.0.2, which shares them with the client. */
const WORDS: Record<number, string> = {
  [-501001]: 'resource system error',
  [-501002]: 'resource server timeout',
  [-501003]: 'exceed request limit',
  [-501004]: 'exceed concurrent request limit',
  [-501007]: 'invalid parameters',
  [-502001]: 'database request fail',
  [-502002]: 'database invalid command',
  [-502003]: 'database permission denied',
  [-502005]: 'database collection not exists',
};

/** Observed as `Error: errCode: -502003 database permission denied | errMsg: Permission denied`. */
export function databaseError(error: unknown): unknown {
  if (!(error instanceof EmulatorError)) return error;
  const { code, errCode = -1, message: errMsg } = error;
  const message = `errCode: ${errCode} ${WORDS[errCode] ?? ''} | errMsg: ${errMsg}`;
  const isUnreachable = code === 'UNREACHABLE';
  return Object.assign(new Error(message), { errCode, errMsg, ...(isUnreachable && { isUnreachable }) });
}

/**
 * Thrown at once, whatever callbacks there are: reported with the call itself on the stack (guren-cloud/v-request issue 6,
 * NervJS/taro issue 14065).
 */
export function notInitialized(): CloudError {
  const errMsg =
    "Cloud API isn't enabled, please call wx.cloud.init first\n请先调用 wx.cloud.init() 完成初始化后再调用其他云 API。init 方法可传入一个对象用于设置默认配置，详见文档。";
  return Object.assign(new Error(`errCode: -1  | errMsg: ${errMsg}`), { errCode: -1, errMsg });
}
