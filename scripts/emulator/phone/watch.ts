/** Tells when anything in a folder has changed. */
import { watch } from 'node:fs';

/** An editor that saves writes several times at once: these are one change. Milliseconds. */
const QUIET_MS = 60;

/** Does not keep the process alive. A folder that cannot be watched is not: the phone is then reloaded by hand. */
export function watchFolder(folder: string, onChange: () => void): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true, persistent: false }, () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MS);
  });
  watcher.on('error', () => watcher.close());
  return {
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
