/**
 * What `wx.getFileSystemManager()` does (WeChat's documentation: api/file/FileSystemManager). The files are those of this session:
 * they are gone when the mini-program starts anew. Those of the mini-program's folder may be read.
 */
import {
  forgetFile,
  keepFile,
  keepTemporaryFile,
  keptFile,
  keptFiles,
  readFileBytes,
  readFileBytesNow,
} from '../files';
import { WxFailure } from './call';
import { decode, encode } from './fileEncoding';

export const USER_DATA_PATH = 'wxfile://usr';

interface PathOptions {
  path: string;
}
interface FileOptions {
  filePath: string;
}
interface WriteOptions extends FileOptions {
  data: string | ArrayBuffer;
  encoding?: string;
}
interface ReadOptions extends FileOptions {
  encoding?: string;
  position?: number;
  length?: number;
}
interface DirectoryOptions {
  dirPath: string;
  recursive?: boolean;
}

/** Numbers of WeChat's general errors of files (the table of FileError, in miniprogram-api-typings too). */
const NO_SUCH_FILE = 1300002;
const PERMISSION_DENIED = 1300013;
const NOT_A_DIRECTORY = 1300020;
const ALREADY_EXISTS = 1301005;
const NOT_EMPTY = 1300066;

/** WeChat documents the number as `errCode`, and gives it as `errno`. */
const fileFailure = (reason: string, number: number) =>
  new WxFailure(reason, { errCode: number, errno: number });
const missing = (path: string) => fileFailure(`no such file or directory ${path}`, NO_SUCH_FILE);
const clean = (path: string) => path.replace(/(?<!\/)\/+$/, '');

export function createFileCalls() {
  const directories = new Set([USER_DATA_PATH]);
  const now = () => Math.floor(Date.now() / 1000);
  const changedAt = new Map<string, number>();

  const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'));
  const write = (path: string, data: Uint8Array | Blob) => {
    const parent = parentOf(path);
    demandWritable(path);
    if (!directories.has(parent)) throw missing(parent);
    keepFile(path, data instanceof Blob ? data : new Blob([data.slice()]));
    changedAt.set(path, now());
  };
  const bytesNow = (path: string): Uint8Array => {
    if (path.startsWith('wxfile://') && keptFile(path) === undefined) throw missing(path);
    const bytes = readFileBytesNow(path);
    if (bytes === undefined) throw missing(path);
    return bytes;
  };
  const blobNow = (path: string): Blob => keptFile(path) ?? new Blob([bytesNow(path).slice()]);
  const exists = (path: string) => directories.has(path) || keptFile(path) !== undefined;
  const inside = (directory: string) =>
    [...keptFiles(), ...directories].filter((path) => path.startsWith(`${directory}/`));
  const statOf = (path: string) => {
    const isDirectory = directories.has(path);
    const size = isDirectory ? 0 : blobNow(path).size;
    const at = changedAt.get(path) ?? now();
    return {
      mode: isDirectory ? 0o40755 : 0o100644,
      size,
      lastAccessedTime: at,
      lastModifiedTime: at,
      isDirectory: () => isDirectory,
      isFile: () => !isDirectory,
    };
  };

  /** Each at once; the asynchronous call of the same name answers with what is in braces. */
  const calls = {
    access({ path }: PathOptions) {
      if (exists(path)) return;
      if (path.startsWith('wxfile://') || readFileBytesNow(path) === undefined) throw missing(path);
    },
    appendFile({ filePath, data, encoding }: WriteOptions) {
      write(filePath, new Blob([blobNow(filePath), encode(data, encoding).slice()]));
    },
    copyFile({ srcPath, destPath }: { srcPath: string; destPath: string }) {
      write(destPath, blobNow(srcPath));
    },
    getFileInfo: ({ filePath }: FileOptions) => ({ size: blobNow(filePath).size, digest: '' }),
    getSavedFileList: () => ({
      fileList: inside(USER_DATA_PATH)
        .filter((path) => !directories.has(path))
        .map((filePath) => ({
          filePath,
          size: blobNow(filePath).size,
          createTime: changedAt.get(filePath) ?? now(),
        })),
    }),
    mkdir({ dirPath, recursive = false }: DirectoryOptions) {
      const path = clean(dirPath);
      if (exists(path) && !recursive) throw fileFailure(`file already exists ${dirPath}`, ALREADY_EXISTS);
      if (!directories.has(parentOf(path))) {
        if (!recursive || !path.startsWith(`${USER_DATA_PATH}/`)) throw missing(parentOf(path));
        calls.mkdir({ dirPath: parentOf(path), recursive });
      }
      directories.add(path);
    },
    readFile({ filePath, encoding, position = 0, length }: ReadOptions) {
      const bytes = bytesNow(filePath);
      const end = length === undefined ? undefined : position + length;
      return { data: decode(bytes.subarray(position, end), encoding) };
    },
    readdir({ dirPath }: DirectoryOptions) {
      const directory = clean(dirPath);
      if (!directories.has(directory)) throw missing(dirPath);
      return {
        files: inside(directory)
          .map((path) => path.slice(directory.length + 1))
          .filter((name) => !name.includes('/')),
      };
    },
    removeSavedFile: ({ filePath }: FileOptions) => calls.unlink({ filePath }),
    rename({ oldPath, newPath }: { oldPath: string; newPath: string }) {
      write(newPath, blobNow(oldPath));
      if (newPath !== oldPath) forgetFile(oldPath);
    },
    rmdir({ dirPath, recursive = false }: DirectoryOptions) {
      const directory = clean(dirPath);
      demandWritable(directory);
      if (!directories.has(directory)) throw fileFailure(`not a directory ${dirPath}`, NOT_A_DIRECTORY);
      const content = inside(directory);
      if (content.length > 0 && !recursive) throw fileFailure('directory not empty', NOT_EMPTY);
      for (const path of [...content, directory]) {
        forgetFile(path);
        directories.delete(path);
      }
    },
    saveFile({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }) {
      const name = tempFilePath.split('/').at(-1) ?? 'file';
      const savedFilePath = filePath ?? `${USER_DATA_PATH}/saved-${name}`;
      write(savedFilePath, blobNow(tempFilePath));
      forgetFile(tempFilePath);
      return { savedFilePath };
    },
    stat({ path, recursive = false }: PathOptions & { recursive?: boolean }) {
      const place = clean(path);
      if (!recursive || !directories.has(place)) return { stats: statOf(place) };
      const entries = [place, ...inside(place)];
      return {
        stats: entries.map((entry) => ({ path: entry.slice(place.length) || '/', stats: statOf(entry) })),
      };
    },
    truncate({ filePath, length = 0 }: FileOptions & { length?: number }) {
      write(filePath, blobNow(filePath).slice(0, length));
    },
    unlink({ filePath }: FileOptions) {
      if (!forgetFile(filePath)) throw missing(filePath);
    },
    writeFile({ filePath, data, encoding }: WriteOptions) {
      write(filePath, encode(data, encoding));
    },
  };
  return calls;
}

/** Milliseconds after which the browser has read what it was told to keep. */
const DOWNLOAD_MS = 60_000;

/** `wx.saveFileToDisk` and its like: the browser keeps it among its downloads. */
export async function download(path: string): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await readFileBytes(path));
  link.download = path.split('/').at(-1) ?? 'file';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_MS);
}

/** @throws {WxFailure} 1300013 outside of the folder that a mini-program may write to */
function demandWritable(path: string): void {
  if (path.startsWith(`${USER_DATA_PATH}/`)) return;
  throw fileFailure(`permission denied, open "${path}"`, PERMISSION_DENIED);
}

/** A file that a call has made, under the path that it was given or a temporary one. */
export function keepResult(file: Blob, name: string, filePath: string | undefined): string {
  if (filePath === undefined) return keepTemporaryFile(file, name);
  demandWritable(filePath);
  keepFile(filePath, file);
  return filePath;
}
