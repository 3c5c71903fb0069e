/** Asks the emulator, and says for a person what went wrong. */
import { EmulatorError } from '../../../browser/ask';
import { inChinese } from './refusals';

export { ask, EmulatorError, sendFile } from '../../../browser/ask';

/** A call of a function that was made, whether it answered or failed: the journal has it by its request id. */
export interface Called {
  requestID: string;
  failed: boolean;
}

/** @throws {EmulatorError} when nothing was called */
export async function called(answer: Promise<{ requestID: string }>): Promise<Called> {
  try {
    return { requestID: (await answer).requestID, failed: false };
  } catch (error) {
    if (!(error instanceof EmulatorError) || error.requestID === undefined) throw error;
    return { requestID: error.requestID, failed: true };
  }
}

/** What went wrong, for a person. */
export const wordsOf = (error: unknown): string => {
  if (error instanceof EmulatorError && error.code !== 'UNREACHABLE')
    return inChinese(error.message) ?? `${error.message}（${error.code}）`;
  return error instanceof Error ? error.message : String(error);
};
