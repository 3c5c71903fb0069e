/** Pictures to send in a conversation, and those that came. */
import { callFunction, type FunctionError } from './cloud';
import { troubleOf } from './trouble';

export type ChosenPicture = { ok: true; path: string } | { ok: false; trouble: string };

/** Lets the user choose one. `ok: false`: he chose none; `trouble` says why, and is '' when he wanted none. */
export async function choosePicture(): Promise<ChosenPicture> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] });
    const path = tempFiles[0]?.tempFilePath;
    return path === undefined ? { ok: false, trouble: '' } : { ok: true, path };
  } catch (failure) {
    return { ok: false, trouble: troubleOf(failure) };
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

/** What was asked for while the mini-program runs, by media id. */
const loaded = new Map<string, Promise<LoadedPicture>>();

/** A picture of a conversation, as <image> and wx.previewImage take it; one that came is not asked for again. */
export function loadPicture(mediaId: string): Promise<LoadedPicture> {
  const known = loaded.get(mediaId);
  if (known !== undefined) return known;
  const asked = download(mediaId).then((picture) => {
    if (!picture.ok) loaded.delete(mediaId);
    return picture;
  });
  loaded.set(mediaId, asked);
  return asked;
}

async function download(mediaId: string): Promise<LoadedPicture> {
  const answer = await callFunction('customerServiceMedia', { action: 'download', mediaId });
  if (!answer.ok) return answer;
  const { data } = answer;
  if (!('data' in data)) return { ok: true, src: data.fileId };
  const name = `${mediaId.replace(/\W/g, '-')}.${data.contentType.replace('image/', '')}`;
  try {
    return { ok: true, src: writeFile(name, data.data) };
  } catch {
    // There is no room left: it can be shown all the same, only not enlarged.
    return { ok: true, src: `data:${data.contentType};base64,${data.data}` };
  }
}

let folder = '';

/**
 * wx.previewImage takes addresses of the web, of cloud files and of local ones, and no `data:` (WeChat's
 * documentation: api/media/image/wx.previewImage).
 *
 * @param base64 the bytes
 * @returns the path of the file
 */
function writeFile(name: string, base64: string): string {
  const files = wx.getFileSystemManager();
  if (folder === '') {
    folder = `${wx.env.USER_DATA_PATH}/pictures`;
    try {
      // Those of the last run: WeChat keeps 200 MB at most (its documentation: framework/ability/file-system).
      files.rmdirSync(folder, true);
    } catch {
      // There was none.
    }
    files.mkdirSync(folder, true);
  }
  const path = `${folder}/${name}`;
  files.writeFileSync(path, base64, 'base64');
  return path;
}
