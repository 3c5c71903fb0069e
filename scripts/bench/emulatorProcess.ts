/** Processes that serve and say where: the emulator as `npm start` runs it, and its peer. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { builtEmulator, projectRoot } from '../project/paths';

/** What `npm start` runs. */
const BUNDLE = join(builtEmulator, 'cli.js');

export interface ServingProcess {
  url: string;
  kill(): Promise<void>;
}

/** @param options of `npm start`, but the port */
export const startEmulatorProcess = (options: string[]): Promise<ServingProcess> =>
  startProcess([BUNDLE, '--port', '0', ...options]);

/** @param args of Node, for a program that prints `ready: ` and its address */
export async function startProcess(args: string[]): Promise<ServingProcess> {
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await announcedUrl(child);
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

function announcedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const url = /ready: (http:\S+)/.exec(printed)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`the process ended with ${code} before it was ready`)));
  });
}
