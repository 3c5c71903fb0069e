/**
 * An instance's process and those that its function starts, as one group: they end together, and they end when the
 * emulator is killed. On Windows, which has no groups, an instance ends alone.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';

const HAS_GROUPS = process.platform !== 'win32';

/** What `fork` needs to begin a group. */
export const OF_ITS_OWN_GROUP = { detached: HAS_GROUPS };

/**
 * Ends with the emulator, however that ends: its input is then closed, and it kills the groups that are left. An
 * instance notices by itself that the emulator is gone, but not while its function is in an endless loop.
 */
const WATCHER = `
alive=' '
while read -r change group; do
  case $change in
    begins) alive="$alive$group " ;;
    ended) alive="\${alive%% $group *} \${alive#* $group }" ;;
  esac
done
for group in $alive; do kill -9 "-$group"; done`;

let watcher: Socket | undefined;

function tellWatcher(change: 'begins' | 'ended', group: number): void {
  watcher ??= startWatcher();
  watcher.write(`${change} ${group}\n`);
}

function startWatcher(): Socket {
  const shell = spawn('/bin/sh', ['-c', WATCHER], {
    ...OF_ITS_OWN_GROUP,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a shell instances still end by themselves, but for those in an endless loop.
  shell.on('error', () => {}).unref();
  const input = shell.stdin as Socket;
  return input.on('error', () => {}).unref();
}

/** From now on the process's group ends with it, and with the emulator. */
export function keepGroupTogether(child: ChildProcess): void {
  const { pid } = child;
  if (!HAS_GROUPS || pid === undefined) return;
  tellWatcher('begins', pid);
  child.once('exit', () => {
    killGroup(child);
    tellWatcher('ended', pid);
  });
}

/** Kills the process and what it has started. */
export function killGroup(child: ChildProcess): void {
  if (!HAS_GROUPS || child.pid === undefined) {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}
