/** Files (WeChat's documentation: api/file), and bytes as text. */
import { wxCall } from './call';
import { decode, encode } from './fileEncoding';
import { fileSystemManager } from './fileManager';
import { createFileCalls, download, USER_DATA_PATH } from './fileSystem';

export function filesApi() {
  const calls = createFileCalls();
  const manager = fileSystemManager(calls);
  return {
    env: { USER_DATA_PATH },
    getFileSystemManager: () => manager,
    saveFile: wxCall('saveFile', calls.saveFile),
    getFileInfo: wxCall('getFileInfo', calls.getFileInfo),
    getSavedFileList: wxCall('getSavedFileList', calls.getSavedFileList),
    getSavedFileInfo: wxCall('getSavedFileInfo', ({ filePath }: { filePath: string }) => ({
      size: calls.getFileInfo({ filePath }).size,
      createTime: Math.floor(Date.now() / 1000),
    })),
    removeSavedFile: wxCall('removeSavedFile', (options: { filePath: string }) => {
      calls.removeSavedFile(options);
    }),
    saveFileToDisk: wxCall('saveFileToDisk', ({ filePath }: { filePath: string }) => download(filePath)),
    /** An address for `<image>`, until `revokeBufferURL`. */
    createBufferURL: (bytes: ArrayBuffer) => URL.createObjectURL(new Blob([bytes])),
    revokeBufferURL: (address: string) => URL.revokeObjectURL(address),
    getRandomValues: wxCall('getRandomValues', ({ length }: { length: number }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
    })),
    arrayBufferToBase64: (bytes: ArrayBuffer) => decode(new Uint8Array(bytes), 'base64'),
    base64ToArrayBuffer: (text: string) => encode(text, 'base64').buffer,
  };
}
