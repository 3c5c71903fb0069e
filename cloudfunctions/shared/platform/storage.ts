/** Files of cloud storage. */
import { cloud } from './cloud';
import { Failure } from './result';

/**
 * @param fileId `cloud://…`
 * @throws Failure FILE_NOT_FOUND when there is no such file, or it cannot be read
 */
export async function downloadFile(fileId: string): Promise<Buffer> {
  try {
    const { fileContent } = await cloud.downloadFile({ fileID: fileId });
    return fileContent;
  } catch {
    throw new Failure('FILE_NOT_FOUND', { message: `cloud storage gives no file ${fileId}` });
  }
}

/** Writes a file, also over one of the same path. @returns its id, `cloud://…` */
export async function uploadFile(path: string, bytes: Buffer): Promise<string> {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: bytes });
  return fileID;
}

/** Deletes files; one that is not there any more is passed over. At most 50 at once. */
export async function deleteFiles(fileIds: string[]): Promise<void> {
  await cloud.deleteFile({ fileList: fileIds });
}
