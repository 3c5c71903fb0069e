/** One emulator at a time in a data folder: a lock file that names the process. */
import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

export interface Lock {
  /** The process before ended without giving the folder back: it crashed or was killed. */
  takenOver: boolean;
  /** Gives the folder back. */
  release(): void;
}

const LockFile = v.object({ pid: v.number(), startedAt: v.optional(v.string()) });
type LockFile = v.InferOutput<typeof LockFile>;

/** The folders that this process itself holds. */
const held = new Set<string>();

/**
 * Takes the folder for this process. A lock whose process is gone is taken over.
 * @throws Error with what to do when a process that runs holds the folder
 */
export function lockFolder(directory: string): Lock {
  const folder = realpathSync(directory);
  const file = join(folder, 'emulator.lock');
  const own: LockFile = { pid: process.pid, ...startOf(process.pid) };

  const before = readLock(file);
  if (held.has(folder) || (before !== undefined && isRunning(before))) {
    throw inUse(directory, before?.pid ?? process.pid);
  }
  if (before !== undefined) rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify(own), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw inUse(directory, readLock(file)?.pid);
  }
  held.add(folder);
  return {
    takenOver: before !== undefined,
    release() {
      held.delete(folder);
      rmSync(file, { force: true });
    },
  };
}

const inUse = (directory: string, pid: number | undefined) =>
  new Error(
    `The data folder ${directory} is in use by another emulator (process ${pid ?? 'unknown'}). Stop that one, ` +
      'choose another folder with --data, or keep no state with --memory.',
  );

/** Undefined without a lock; one that cannot be read was being written when its process died. */
function readLock(file: string): LockFile | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), LockFile), text);
  return parsed.success ? parsed.output : { pid: 0 };
}

/** Numbers of processes are used again: one that began at another time is somebody else. */
function isRunning({ pid, startedAt }: LockFile): boolean {
  if (pid === 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid).startedAt;
  return startedAt === undefined || now === undefined || startedAt === now;
}

/** When the process began, by the boot and the clock ticks since it (proc(5)); nothing where there is no /proc. */
function startOf(pid: number): Pick<LockFile, 'startedAt'> {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; starttime is the 22nd field, the 20th after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return { startedAt: `${boot} ${ticks}` };
  } catch {
    return {};
  }
}
