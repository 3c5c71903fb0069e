/** The pictures, fonts and sounds that lie in a mini-program's folder, as its pages ask for them. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { NpmPackages } from './compiler/packages';
import { resolvePath } from './path';

export interface Asset {
  bytes: Buffer;
  contentType: string;
}

/** What WeChat packs beside code (WeChat's documentation: framework/structure). */
const CONTENT_TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.aac': 'audio/aac',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.mp4': 'video/mp4',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.glb': 'model/gltf-binary',
  '.br': 'application/octet-stream',
  '.bin': 'application/octet-stream',
  '.cer': 'application/octet-stream',
  '.cert': 'application/octet-stream',
  '.txt': 'text/plain',
};

/**
 * @param path from the mini-program's root, as the browser has decoded it
 * @returns undefined when there is no such file, it is of another kind, or it lies outside of the folder
 */
export async function readAsset(folder: string, path: string): Promise<Asset | undefined> {
  const inside = resolvePath('', path);
  const contentType = CONTENT_TYPES[extname(path).toLowerCase()];
  if (inside === undefined || contentType === undefined) return undefined;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, inside));
    if (!file.startsWith(root + sep)) return undefined;
    return { bytes: await readFile(file), contentType };
  } catch {
    return undefined;
  }
}

/** The same of a package that lies in a `node_modules`. */
export async function readPackagedAsset({ copied }: NpmPackages, path: string): Promise<Asset | undefined> {
  const inside = resolvePath('', path);
  const owner = copied.find(({ place }) => inside?.startsWith(`${place}/`));
  return owner && readAsset(owner.folder, (inside ?? '').slice(owner.place.length + 1));
}
