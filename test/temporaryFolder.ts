/** Folders that a test makes and that are gone after it; those of tests that were killed go with the next ones. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isRunning } from './emulator/instances/isRunning';

/** The number of the process follows: who made it. */
const PREFIX = 'xinshi-test-';

const made: string[] = [];

/** Makes a folder that holds these files: path below the folder, to contents. */
export function temporaryFolder(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  made.push(folder);
  addFiles(folder, files);
  return folder;
}

export function addFiles(folder: string, files: Record<string, string>): void {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

beforeAll(() => {
  for (const name of readdirSync(tmpdir())) {
    const maker = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (maker !== undefined && !isRunning(Number(maker))) remove(join(tmpdir(), name));
  }
});

afterAll(() => {
  for (const folder of made.splice(0)) remove(folder);
});
