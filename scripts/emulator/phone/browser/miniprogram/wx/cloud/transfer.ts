/** Files on their way, whose progress a mini-program can follow and which it can end (WeChat's UploadTask). */
import { WxFailure, wxCall } from '../call';

interface Progress {
  /** Per cent. */
  progress: number;
  totalBytesSent: number;
  totalBytesExpectedToSend: number;
  totalBytesWritten: number;
  totalBytesExpectedToWrite: number;
}

export interface Transfer {
  /** Called by the bytes as they go. */
  report(done: number, total: number): void;
  /** Called with what ends it. */
  onAbort(abort: () => void): void;
}

export interface TransferTask {
  abort(): void;
  onProgressUpdate(listener: (progress: Progress) => void): void;
  offProgressUpdate(listener?: (progress: Progress) => void): void;
}

/** A promise, or with callbacks a task. */
export function withTask<O extends object, R>(
  name: string,
  run: (options: O, transfer: Transfer) => Promise<R>,
) {
  return (given: O) => {
    const listeners = new Set<(progress: Progress) => void>();
    let aborted = false;
    let abort = () => {};
    const way: Transfer = {
      report(done, total) {
        const progress = total === 0 ? 100 : Math.floor((done / total) * 100);
        const sent = { totalBytesSent: done, totalBytesExpectedToSend: total };
        const written = { totalBytesWritten: done, totalBytesExpectedToWrite: total };
        for (const listener of listeners) listener({ progress, ...sent, ...written });
      },
      onAbort(end) {
        abort = end;
        if (aborted) end();
      },
    };
    const task: TransferTask = {
      abort() {
        aborted = true;
        abort();
      },
      onProgressUpdate: (listener) => void listeners.add(listener),
      offProgressUpdate(listener) {
        if (listener === undefined) listeners.clear();
        else listeners.delete(listener);
      },
    };
    return wxCall(name, (options: O) => run(options, way))(given) ?? task;
  };
}

/** Moves bytes to or from an address of the emulator. @throws WxFailure when it is aborted or breaks */
export function transfer(
  { report, onAbort }: Transfer,
  method: 'GET' | 'PUT',
  address: string,
  bytes?: Blob,
): Promise<{ status: number; body: Blob }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    // The emulator's own, under whatever name this page has for it.
    const { pathname, search } = new URL(address, window.location.href);
    request.open(method, pathname + search);
    request.responseType = 'blob';
    const moving = bytes === undefined ? request : request.upload;
    moving.onprogress = ({ loaded, total }) => report(loaded, total);
    request.onload = () => resolve({ status: request.status, body: request.response });
    request.onerror = () => reject(new WxFailure('the connection broke', { errCode: -503001 }));
    request.onabort = () => reject(new WxFailure('abort'));
    request.send(bytes);
    onAbort(() => request.abort());
  });
}
