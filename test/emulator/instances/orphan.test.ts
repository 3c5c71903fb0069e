import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../../../scripts/project/paths';
import { temporaryFolder } from '../../temporaryFolder';
import { isRunning } from './isRunning';

let emulator: ChildProcess | undefined;
afterEach(() => emulator?.kill('SIGKILL'));

describe('an instance', () => {
  it('ends when the emulator is killed with kill -9: between calls, in a call, in an endless loop; and what it started', async () => {
    const project = temporaryFolder({
      'functions/idle/index.js': 'exports.main = () => process.pid;',
      'functions/busy/index.js': `
        exports.main = ({ file }) => new Promise(() => require('node:fs').writeFileSync(file, String(process.pid)));`,
      'functions/endless/index.js': `
        exports.main = ({ file }) => {
          const started = require('node:child_process').spawn('sleep', ['600'], { stdio: 'ignore' });
          require('node:fs').writeFileSync(file, process.pid + ' ' + started.pid);
          for (;;);
        };`,
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
    const underWay = async (name: string) => {
      const file = join(project, name);
      call(name, { file }).catch(() => {});
      while (!existsSync(file) || readFileSync(file, 'utf8') === '') await wait(10);
      return readFileSync(file, 'utf8').split(' ').map(Number);
    };
    const all = [idle, ...(await underWay('busy')), ...(await underWay('endless'))];
    expect(all.map(isRunning)).toEqual([true, true, true, true]);

    started.kill('SIGKILL');

    while (all.some(isRunning)) await wait(10);
  });
});
