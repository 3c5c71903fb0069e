/** `RequestTask`, `DownloadTask` and `UploadTask` (WeChat's documentation: api/network): what a call gives while it runs. */
import { listeners } from './listeners';

/** What the call itself does with its task. */
export interface Task {
  signal: AbortSignal;
  headersReceived(response: { header: Record<string, string>; statusCode: number }): void;
  /** Reads the answer, and tells of it piece by piece. */
  body(response: Response, inChunks: boolean): Promise<Uint8Array<ArrayBuffer>>;
  /** Bytes that were sent; a browser tells only when all are. */
  uploaded(bytes: number): void;
}

export function createTask() {
  const controller = new AbortController();
  const headers = listeners();
  const progress = listeners();
  const chunks = listeners();
  const task: Task = {
    signal: controller.signal,
    headersReceived: headers.tell,
    async body(response, inChunks) {
      const expected = Number(response.headers.get('content-length') ?? 0);
      const parts: Uint8Array[] = [];
      let received = 0;
      // Some environments have no stream of an empty body.
      for await (const part of streamOf(response)) {
        parts.push(part);
        received += part.length;
        if (inChunks) chunks.tell({ data: part.slice().buffer });
        progress.tell({
          progress: expected > 0 ? Math.min(100, Math.round((received / expected) * 100)) : 100,
          totalBytesWritten: received,
          totalBytesExpectedToWrite: Math.max(expected, received),
        });
      }
      return joined(parts, received);
    },
    uploaded: (bytes) =>
      progress.tell({ progress: 100, totalBytesSent: bytes, totalBytesExpectedToSend: bytes }),
  };
  return {
    task,
    api: {
      abort: () => controller.abort(),
      onHeadersReceived: headers.on,
      offHeadersReceived: headers.off,
      onProgressUpdate: progress.on,
      offProgressUpdate: progress.off,
      onChunkReceived: chunks.on,
      offChunkReceived: chunks.off,
    },
  };
}

async function* streamOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

function joined(parts: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
