/** How long the emulator takes from the start of its process until it answers health, with 10,000 documents kept. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../emulator/database/database';
import { createClock } from '../emulator/state/clock';
import { openStore } from '../emulator/state/store';
import { type ServingProcess, startEmulatorProcess, startProcess } from './emulatorProcess';
import type { Finding } from './report';
import { summarise } from './timings';

const DOCUMENTS = 10_000;
const ROUNDS = 7;
const TARGET_MS = 800;

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
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const full = await timeToHealth(() => startEmulatorProcess(['--data', data, '--functions', functions]));
    const bare = await timeToHealth(() => startProcess(['-e', BARE_SERVER]));
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

async function timeToHealth(start: () => Promise<ServingProcess>): Promise<number> {
  const startedAt = performance.now();
  const { url, kill } = await start();
  const response = await fetch(`${url}/emulator/health`);
  await response.text();
  const duration = performance.now() - startedAt;
  await kill();
  return duration;
}
