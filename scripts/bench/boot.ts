/** How long the emulator takes from the start of its process until it answers health, with 10,000 documents kept. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../emulator/database/database';
import { createClock } from '../emulator/state/clock';
import { openStore } from '../emulator/state/store';
import { projectRoot } from '../project/paths';
import type { Finding } from './report';
import { summarise } from './timings';

const DOCUMENTS = 10_000;
const ROUNDS = 7;
const TARGET_MS = 800;

/** What `npm start` runs. */
const BUNDLE = join(projectRoot, 'dist/emulator/cli.js');

/** A server of Node's own that answers health and no more. */
const BARE_SERVER = `
  const server = require('node:http').createServer((_, response) => response.end('{}'));
  server.listen(0, '127.0.0.1', () => console.log('ready: http://127.0.0.1:' + server.address().port));
`;

export async function benchBoot(): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xinshi-bench-'));
  const data = join(folder, 'state');
  const functions = join(folder, 'functions');
  mkdirSync(functions);
  await fill(data);
  const emulator = [BUNDLE, '--port', '0', '--data', data, '--functions', functions];
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const full = await timeToHealth(emulator);
    const bare = await timeToHealth(['-e', BARE_SERVER]);
    if (round === 0) continue;
    ours.push(full);
    peer.push(bare);
  }
  rmSync(folder, { recursive: true });
  const summary = summarise(ours);
  return [
    {
      what: `boot: from the start of the process to health, with ${DOCUMENTS.toLocaleString('en')} documents`,
      ours: summary,
      peer: { name: "a bare HTTP server of Node's", ...summarise(peer) },
      target: { text: `target: under ${TARGET_MS} ms`, kept: summary.medianMs < TARGET_MS },
    },
  ];
}

async function fill(data: string): Promise<void> {
  const store = openStore(data);
  const database = createDatabase({ store, clock: createClock(store) });
  database.handle('database.addCollection', { collectionName: 'bench' });
  const documents = Array.from({ length: DOCUMENTS }, (_, index) =>
    JSON.stringify({ _id: `d${index}`, index }),
  );
  database.handle('database.insertDocument', { collectionName: 'bench', data: documents });
  await store.close();
}

async function timeToHealth(args: string[]): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  const response = await fetch(`${await announcedUrl(child)}/emulator/health`);
  await response.text();
  const duration = performance.now() - startedAt;
  child.kill('SIGKILL');
  await once(child, 'exit');
  return duration;
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
