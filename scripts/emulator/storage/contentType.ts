/** The content type of a file by its name's ending: the SDK uploads bytes without one. */
import { extname } from 'node:path';

const BY_ENDING: Record<string, string> = {
  '.bmp': 'image/bmp',
  '.css': 'text/css',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

export const contentTypeOf = (path: string): string =>
  BY_ENDING[extname(path).toLowerCase()] ?? 'application/octet-stream';
