/** Asks the emulator, and says for a person what went wrong. */
import { EmulatorError } from '../../../browser/ask';

export { ask, EmulatorError, sendFile } from '../../../browser/ask';

/** What went wrong, for a person. */
export const wordsOf = (error: unknown): string => {
  if (error instanceof EmulatorError && error.code !== 'UNREACHABLE')
    return `${error.message}（${error.code}）`;
  return error instanceof Error ? error.message : String(error);
};
