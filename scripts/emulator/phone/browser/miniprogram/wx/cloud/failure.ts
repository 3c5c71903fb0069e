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
