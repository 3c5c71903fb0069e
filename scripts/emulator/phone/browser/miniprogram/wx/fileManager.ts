/** `wx.getFileSystemManager()`: each call with callbacks or as a promise, and at once under its name with `Sync`. */
import { WxFailure, wxCall } from './call';
import type { createFileCalls } from './fileSystem';

type Calls = ReturnType<typeof createFileCalls>;

/** What a `…Sync` call's parameters are called, in their order, and which part of the answer it returns. */
const SYNC: Record<keyof Calls, { parameters: string[]; returns?: string }> = {
  access: { parameters: ['path'] },
  appendFile: { parameters: ['filePath', 'data', 'encoding'] },
  copyFile: { parameters: ['srcPath', 'destPath'] },
  getFileInfo: { parameters: ['filePath'] },
  getSavedFileList: { parameters: [] },
  mkdir: { parameters: ['dirPath', 'recursive'] },
  readFile: { parameters: ['filePath', 'encoding', 'position', 'length'], returns: 'data' },
  readdir: { parameters: ['dirPath'], returns: 'files' },
  removeSavedFile: { parameters: ['filePath'] },
  rename: { parameters: ['oldPath', 'newPath'] },
  rmdir: { parameters: ['dirPath', 'recursive'] },
  saveFile: { parameters: ['tempFilePath', 'filePath'], returns: 'savedFilePath' },
  stat: { parameters: ['path', 'recursive'], returns: 'stats' },
  truncate: { parameters: ['filePath', 'length'] },
  unlink: { parameters: ['filePath'] },
  writeFile: { parameters: ['filePath', 'data', 'encoding'] },
};

/** What needs file descriptors or archives. */
const ABSENT = [
  'close',
  'fstat',
  'ftruncate',
  'open',
  'read',
  'readCompressedFile',
  'readZipEntry',
  'unzip',
  'write',
];

export function fileSystemManager(calls: Calls): Record<string, unknown> {
  const manager: Record<string, unknown> = {};
  for (const [name, { parameters, returns }] of Object.entries(SYNC)) {
    const call = calls[name as keyof Calls] as (options: object) => Record<string, unknown> | undefined;
    manager[name] = wxCall(name, (options: object) => call(options) ?? {});
    manager[`${name}Sync`] = (...values: unknown[]) => {
      const given = parameters.map((parameter, index) => [parameter, values[index]]);
      try {
        const answer = call(Object.fromEntries(given.filter(([, value]) => value !== undefined)));
        return returns === undefined ? undefined : answer?.[returns];
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw Object.assign(new Error(`${name}Sync:fail ${reason}`), {
          errMsg: `${name}Sync:fail ${reason}`,
          ...(error instanceof WxFailure && error.numbers),
        });
      }
    };
  }
  for (const name of ABSENT) {
    manager[name] = wxCall(name, () => {
      throw new WxFailure('the emulator has no file descriptors and no archives');
    });
  }
  return manager;
}
