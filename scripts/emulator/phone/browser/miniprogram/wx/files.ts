/** Files of this session (WeChat's documentation: api/file). */
import { keepTemporaryFile, readFileBytes } from '../files';
import { wxCall } from './call';

interface ReadOptions {
  filePath: string;
  /** Left out, the bytes are given. */
  encoding?: string;
}

export function filesApi() {
  const readFile = wxCall('readFile', async ({ filePath, encoding }: ReadOptions) => {
    const blob = await readFileBytes(filePath);
    if (encoding === undefined) return { data: await blob.arrayBuffer() };
    return { data: encoding === 'base64' ? await toBase64(blob) : await blob.text() };
  });
  const manager = {
    readFile,
    saveFile: wxCall('saveFile', ({ tempFilePath }: { tempFilePath: string }) => ({
      savedFilePath: tempFilePath,
    })),
    getFileInfo: wxCall('getFileInfo', async ({ filePath }: { filePath: string }) => ({
      size: (await readFileBytes(filePath)).size,
    })),
    access: wxCall('access', async ({ path }: { path: string }) => {
      await readFileBytes(path);
    }),
    writeFile: wxCall('writeFile', ({ data }: { data: BlobPart }) => ({
      filePath: keepTemporaryFile(new Blob([data])),
    })),
  };
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => manager,
    arrayBufferToBase64: (bytes: ArrayBuffer) =>
      btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')),
    base64ToArrayBuffer: (text: string) =>
      Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer,
  };
}

async function toBase64(blob: Blob): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}
