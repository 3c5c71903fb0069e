/** What the emulator refused, as calls of functions and of cloud storage tell it. */
import { EmulatorError } from '../../../emulatorClient';
import { WxFailure } from '../call';

export async function orCloudError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EmulatorError)) throw error;
    const { errCode = -1, message } = error;
    throw new WxFailure(`Error: errCode: ${errCode} | errMsg: ${message}`, { errCode });
  }
}
