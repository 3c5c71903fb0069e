import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../../../scripts/project/paths';
import { temporaryFolder } from '../../temporaryFolder';

let emulator: ChildProcess | undefined;
afterEach(() => emulator?.kill('SIGKILL'));

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('an instance', () => {
  it('ends when the emulator is killed with kill -9, in a call and between calls', async () => {
    const project = temporaryFolder({
      'functions/idle/index.js': 'exports.main = () => process.pid;',
      'functions/busy/index.js': `
        exports.main = ({ file }) => new Promise(() => require('node:fs').writeFileSync(file, String(process.pid)));`,
    });
    const started = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        'scripts/emulator/cli.ts',
        ...['--memory', '--port', '0', '--functions', join(project, 'functions')],
      ],
      { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    emulator = started;
    const [printed] = (await once(started.stdout.setEncoding('utf8'), 'data')) as [string];
    const url = /ready: (\S+)/.exec(printed)?.[1];
    const call = (name: string, data = {}) =>
      fetch(`${url}/emulator/users/oXs1-LiLei-00000000000000001/call`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, data }),
      });
    const idle = ((await (await call('idle')).json()) as { result: number }).result;
    const file = join(project, 'pid');
    call('busy', { file }).catch(() => {});
    const read = () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);
    while (read() === 0) await wait(10);
    const busy = read();
    expect([isRunning(idle), isRunning(busy)]).toEqual([true, true]);

    started.kill('SIGKILL');

    while (isRunning(idle) || isRunning(busy)) await wait(10);
  });
});
