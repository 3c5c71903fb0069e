/** Pictures to send in a conversation, and those that came. */
import { callFunction, type FunctionError } from './cloud';

export type ChosenPicture = { ok: true; path: string } | { ok: false };

/** Lets the user choose one. `ok: false`: he chose none. */
export async function choosePicture(): Promise<ChosenPicture> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] });
    const path = tempFiles[0]?.tempFilePath;
    return path === undefined ? { ok: false } : { ok: true, path };
  } catch {
    // He closed it, which WeChat reports as a failure.
    return { ok: false };
  }
}

/**
 * Puts it into cloud storage, from where the functions hand it to WeChat.
 * @returns the file's id, `cloud://…`
 * @throws what wx.cloud.uploadFile rejects with
 */
export async function uploadPicture(path: string): Promise<string> {
  const ending = /\.\w+$/.exec(path)?.[0] ?? '.png';
  const name = `${Date.now()}-${Math.random().toString(36).slice(2, 10)}${ending}`;
  const { fileID } = await wx.cloud.uploadFile({ cloudPath: `customerService/${name}`, filePath: path });
  return fileID;
}

export type LoadedPicture = { ok: true; src: string } | { ok: false; error: FunctionError };

/** A picture of a conversation, as <image> takes it. */
export async function loadPicture(mediaId: string): Promise<LoadedPicture> {
  const answer = await callFunction('customerServiceMedia', { action: 'download', mediaId });
  if (!answer.ok) return answer;
  const { data } = answer;
  return { ok: true, src: 'data' in data ? `data:${data.contentType};base64,${data.data}` : data.fileId };
}
