import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/project/paths';
import { LI_LEI } from '../../scripts/project/seed';
import { temporaryFolder } from '../temporaryFolder';
import { isRunning } from './instances/isRunning';

// The bundle that `npm start` runs.
beforeAll(() => execFileSync('npm', ['run', '-s', 'build:emulator'], { cwd: projectRoot }));

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

/** Runs the command with these arguments and collects what it prints. */
function run(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['dist/emulator/cli.js', ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
  });
  running.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const exited = once(child, 'close').then(([code]) => ({ code: code as number, printed }));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /ready: (\S+)/.exec(printed)?.[1];
      if (url !== undefined && printed.includes('Ctrl-C')) resolve(url);
    });
    void exited.then(() => reject(new Error(printed)));
  });
  ready.catch(() => {});
  return { child, exited, ready };
}

const functions = () => {
  const project = temporaryFolder({ 'functions/pid/index.js': 'exports.main = () => process.pid;' });
  return join(project, 'functions');
};

describe('npm start', () => {
  it('explains its options', async () => {
    const { code, printed } = await run(['--help']).exited;

    expect(code).toBe(0);
    const options = ['--port', '--functions', '--miniprogram', '--data', '--memory', '--seed', '--import'];
    for (const option of options) expect(printed).toContain(option);
  });

  it('serves until Ctrl-C, which ends every function instance too', async () => {
    const { child, ready, exited } = run(['--memory', '--port', '0', '--functions', functions()]);
    const url = await ready;
    const response = await fetch(`${url}/emulator/users/${LI_LEI}/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"name":"pid"}',
    });
    const { result: pid } = (await response.json()) as { result: number };
    expect(isRunning(pid)).toBe(true);

    child.kill('SIGINT');

    expect((await exited).code).toBe(0);
    expect(isRunning(pid)).toBe(false);
  });

  it('names no phone where there is no mini-program to show', async () => {
    const { child, ready, exited } = run(['--memory', '--port', '0', '--functions', functions()]);
    await ready;
    child.kill('SIGINT');
    const { printed } = await exited;

    expect(printed).toContain('/console/');
    expect(printed).not.toContain('/phone/');
  });

  it('compiles a mini-program, tells of its mistakes, and ends while it compiles', async () => {
    const miniprogram = temporaryFolder({
      'app.json': '{ "pages": ["a"] }',
      'app.js': 'App({})',
      'a.js': 'Page({})',
      'a.wxml': '<view/>',
    });
    const { child, ready, exited } = run(
      ['--memory', '--port', '0', '--functions', functions()].concat('--miniprogram', miniprogram),
    );
    const url = `${await ready}/phone/miniprogram/program.js`;
    expect(await (await fetch(url)).text()).toMatch(/^xinshi\.start\(/);

    writeFileSync(join(miniprogram, 'a.wxml'), '<view>');
    let program = '';
    while (!program.startsWith('xinshi.fail(')) program = await (await fetch(url)).text();
    expect(program).toContain('"file":"a.wxml","line":1');

    writeFileSync(join(miniprogram, 'a.wxml'), '<view/>');
    child.kill('SIGINT');
    expect((await exited).code).toBe(0);
  });

  it('says that the port is taken and what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;

    const { code, printed } = await run(['--memory', '--functions', functions()], {
      XINSHI_PORT: String(port),
    }).exited;
    server.close();

    expect(code).toBe(1);
    expect(printed).toContain(`127.0.0.1:${port}`);
    expect(printed).toContain('The port is taken');
  });

  it('says that the functions are not built, and how to build them', async () => {
    const { code, printed } = await run(['--memory', '--port', '0', '--functions', '/nowhere/functions'])
      .exited;

    expect(code).toBe(1);
    expect(printed).toContain('/nowhere/functions');
    expect(printed).toContain('npm run build');
  });

  it('refuses an option that it does not know and a port that is none', async () => {
    expect(await run(['--prot', '1']).exited).toMatchObject({
      code: 1,
      printed: expect.stringContaining("'--prot'"),
    });
    expect(await run(['--port', '99999']).exited).toMatchObject({
      code: 1,
      printed: expect.stringContaining('0 to 65535'),
    });
  });

  it('keeps its state in the folder named by --data', async () => {
    const data = join(temporaryFolder(), 'made/for/it');
    const subscribe = (url: string, path: string, body?: string) =>
      fetch(`${url}/emulator/users/${LI_LEI}/${path}`, {
        method: body === undefined ? 'GET' : 'PATCH',
        ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
      }).then((response) => response.json());
    const first = run(['--data', data, '--port', '0', '--functions', functions()]);
    await subscribe(await first.ready, 'setting', '{"mainSwitch":false}');
    // No farewell: what was answered must be there all the same.
    first.child.kill('SIGKILL');
    await first.exited;

    const second = run(['--data', data, '--port', '0', '--functions', functions()]);
    const setting = await subscribe(await second.ready, 'setting?withSubscriptions=true');

    expect(setting).toMatchObject({ subscriptionsSetting: { mainSwitch: false } });
  });

  it('says that the data folder is in use, by which process, and ends with 1', async () => {
    const data = temporaryFolder();
    const first = run(['--data', data, '--port', '0', '--functions', functions()]);
    await first.ready;

    const { code, printed } = await run(['--data', data, '--port', '0', '--functions', functions()]).exited;

    expect(code).toBe(1);
    expect(printed.trim()).toBe(
      `The data folder ${data} is in use by another emulator (process ${first.child.pid}). Stop that one, ` +
        'choose another folder with --data, or keep no state with --memory.',
    );
  });

  it.each([
    [
      'a data folder that cannot be written',
      ['--data', '/dev/null/data'],
      'cannot be read and written (ENOTDIR)',
    ],
    ['a seed that is wrong', ['--seed', 'SEED'], 'seed.json: the seed is wrong at users.0.openid'],
    ['a seed that is not there', ['--seed', '/nowhere/seed.json'], '/nowhere/seed.json'],
    ['a state that is none', ['--import', 'SEED'], 'seed.json: This is no state of the emulator'],
    ['a damaged state', ['--data', 'DAMAGED'], 'state.mdb is damaged: it is no state file'],
  ])('says what is wrong with %s in one line, and starts nothing', async (_what, args, message) => {
    const folder = temporaryFolder({
      'seed.json': '{"users":[{"openid":"short","nickname":"短"}]}',
      'damaged/state.mdb': 'hello world',
    });
    const paths: Record<string, string> = {
      SEED: join(folder, 'seed.json'),
      DAMAGED: join(folder, 'damaged'),
    };
    const given = args.map((arg) => paths[arg] ?? arg);
    const data = ['--data', join(folder, 'data')];

    const { code, printed } = await run([...data, ...given, '--port', '0', '--functions', functions()])
      .exited;

    expect(code).toBe(1);
    expect(printed).toContain(message);
    expect(printed.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('begins with the seed and the state that it is given', async () => {
    const user = { openid: 'oXs1-test-user-0000000000001', nickname: '测试' };
    const folder = temporaryFolder({ 'seed.json': JSON.stringify({ users: [user] }) });
    const get = (url: string, path: string) => fetch(`${url}/emulator/${path}`);
    const first = run([
      '--memory',
      '--seed',
      join(folder, 'seed.json'),
      '--port',
      '0',
      '--functions',
      functions(),
    ]);
    const url = await first.ready;
    expect(await (await get(url, 'users')).json()).toEqual([user]);
    const file = join(folder, 'state.jsonl');
    writeFileSync(file, await (await get(url, 'state')).text());

    const second = run(['--memory', '--import', file, '--port', '0', '--functions', functions()]);

    expect(await (await get(await second.ready, 'users')).json()).toEqual([user]);
  });
});
