/** Where the browser finds a file that a mini-program names: its own, one in cloud storage, one of this session. */
import type { Element as ComponentElement } from 'glass-easel';
import { resolvePath } from '../../path';

/** Where the mini-program's own files are served, from its document. */
const OWN_FILES = 'files/';

/** Files of this session, such as those that were chosen: `wxfile://tmp/…` to their bytes. */
const temporary = new Map<string, { address: string; file: Blob }>();

let files = 0;

/** @returns the path that WeChat would give: `wxfile://tmp/…`; it is gone when the mini-program starts anew */
export function keepTemporaryFile(file: Blob, name = ''): string {
  files += 1;
  const ending = /\.\w+$/.exec(name)?.[0] ?? `.${file.type.split('/')[1] ?? 'bin'}`;
  const path = `wxfile://tmp/${files}${ending}`;
  temporary.set(path, { address: URL.createObjectURL(file), file });
  return path;
}

/** @param from the component in whose template it is named; left out, a relative path starts from the root */
export function fileAddress(path: string, from?: ComponentElement): string {
  if (path === '') return '';
  if (path.startsWith('cloud://')) return `/emulator/storage/file?id=${encodeURIComponent(path)}`;
  const kept = temporary.get(path);
  if (kept !== undefined) return kept.address;
  if (/^(https?|data|blob):/.test(path) || path.startsWith('//') || path.startsWith('/emulator/'))
    return path;
  const base = from?.ownerShadowRoot?.getHostNode().is ?? '';
  const resolved = resolvePath(base, path);
  return resolved === undefined ? '' : OWN_FILES + resolved.split('/').map(encodeURIComponent).join('/');
}

/** The bytes of a file. @throws Error when there is none */
export async function readFileBytes(path: string): Promise<Blob> {
  const kept = temporary.get(path);
  if (kept !== undefined) return kept.file;
  const response = await fetch(fileAddress(path));
  if (!response.ok) throw new Error(`no such file ${path}`);
  return response.blob();
}
