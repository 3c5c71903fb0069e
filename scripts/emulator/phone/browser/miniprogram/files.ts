/** Where the browser finds a file that a mini-program names: its own, one in cloud storage, one of this session. */
import type { Element as ComponentElement } from 'glass-easel';
import { resolvePath } from '../../path';

/** Where the mini-program's own files are served, from its document. */
const OWN_FILES = 'files/';

/** Files of this session, those that were chosen and those that were written: `wxfile://…` to their bytes. */
const kept = new Map<string, { address: string; file: Blob }>();

let files = 0;

/** @returns the path that WeChat would give: `wxfile://tmp/…`; it is gone when the mini-program starts anew */
export function keepTemporaryFile(file: Blob, name = ''): string {
  files += 1;
  const ending = /\.\w+$/.exec(name)?.[0] ?? `.${file.type.split('/')[1] ?? 'bin'}`;
  const path = `wxfile://tmp/${files}${ending}`;
  keepFile(path, file);
  return path;
}

/** Writes a file under a path of the mini-program's choice, in the place of what was there. */
export function keepFile(path: string, file: Blob): void {
  forgetFile(path);
  kept.set(path, { address: URL.createObjectURL(file), file });
}

/** @returns false when there is no such file of this session */
export function forgetFile(path: string): boolean {
  const address = kept.get(path)?.address;
  if (address !== undefined) URL.revokeObjectURL(address);
  return kept.delete(path);
}

/** The paths of this session's files. */
export const keptFiles = (): string[] => [...kept.keys()];

/** A file of this session; undefined when there is none. */
export const keptFile = (path: string): Blob | undefined => kept.get(path)?.file;

/**
 * @param from the component in whose template it is named, or a page's path; left out, a relative path starts from the root
 * @returns '' for no file, and for one outside of the mini-program
 */
export function fileAddress(path: string, from: ComponentElement | string = ''): string {
  if (path === '') return '';
  if (path.startsWith('cloud://')) return `/emulator/storage/file?id=${encodeURIComponent(path)}`;
  const own = kept.get(path);
  if (own !== undefined) return own.address;
  if (/^(https?|data|blob):/.test(path) || path.startsWith('//') || path.startsWith('/emulator/'))
    return path;
  const base = typeof from === 'string' ? from : (from.ownerShadowRoot?.getHostNode().is ?? '');
  const resolved = resolvePath(base, path);
  return resolved === undefined ? '' : OWN_FILES + resolved.split('/').map(encodeURIComponent).join('/');
}

/** The bytes of a file. @throws Error when there is none */
export async function readFileBytes(path: string): Promise<Blob> {
  const own = kept.get(path);
  if (own !== undefined) return own.file;
  const address = fileAddress(path);
  const response = address === '' ? undefined : await fetch(address);
  if (!response?.ok) throw new Error(`no such file ${path}`);
  return response.blob();
}

/**
 * The same at once, as `readFileSync` needs it. A browser reads so only letter by letter: the character set keeps each
 * byte in one letter.
 *
 * @returns undefined when there is no such file
 */
export function readFileBytesNow(path: string): Uint8Array | undefined {
  const address = fileAddress(path);
  if (address === '') return undefined;
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  try {
    request.send();
  } catch {
    return undefined;
  }
  if (request.status !== 200 && request.status !== 0) return undefined;
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 0xff);
}
