/** How reading from a collection slows down as it grows, from 1,000 documents to 100,000. */
import { createDatabase } from '../emulator/database/database';
import { createClock } from '../emulator/state/clock';
import { openStore } from '../emulator/state/store';
import type { Finding } from './report';
import { type Summary, summarise } from './timings';

const SMALL = 1_000;
const LARGE = 100_000;
const READS = 2_000;
/** Documents that one value of the indexed field has. */
const ALIKE = 10;

export async function benchDatabaseGrowth(): Promise<Finding[]> {
  const small = await measure(SMALL);
  const large = await measure(LARGE);
  const finding = (what: string, reading: keyof Readings, limit: number): Finding => ({
    what: `${what}, 100,000 documents`,
    ours: large[reading],
    peer: { name: 'the same on 1,000 documents', ...small[reading] },
    target: {
      text: `slower by a factor of ${(large[reading].medianMs / small[reading].medianMs).toFixed(2)}; target: at most ${limit}`,
      kept: large[reading].medianMs / small[reading].medianMs <= limit,
    },
  });
  return [finding('get by _id', 'byId', 1.5), finding('where on one indexed field', 'byField', 3)];
}

interface Readings {
  byId: Summary;
  byField: Summary;
}

async function measure(size: number): Promise<Readings> {
  const store = openStore();
  const database = createDatabase({ store, clock: createClock(store) });
  database.handle('database.addCollection', { collectionName: 'bench' });
  database.createIndex('bench', 'group');
  for (let from = 0; from < size; from += 1_000) {
    const data = Array.from({ length: 1_000 }, (_, index) => document(from + index, size));
    database.handle('database.insertDocument', { collectionName: 'bench', data });
  }
  const read = (query: object, queryType: 'DOC' | 'WHERE') =>
    database.handle('database.getDocument', {
      collectionName: 'bench',
      query: JSON.stringify(query),
      queryType,
    });

  const byId = timeReads(() => read({ _id: `d${Math.floor(Math.random() * size)}` }, 'DOC'));
  const byField = timeReads(() => read({ group: Math.floor((Math.random() * size) / ALIKE) }, 'WHERE'));
  await store.close();
  return { byId, byField };
}

const document = (index: number, size: number) =>
  JSON.stringify({
    _id: `d${index}`,
    group: index % (size / ALIKE),
    text: `document ${index}`,
    tags: ['a', 'b'],
  });

function timeReads(read: () => unknown): Summary {
  for (let n = 0; n < READS / 4; n++) read();
  const timings = Array.from({ length: READS }, () => {
    const startedAt = performance.now();
    read();
    return performance.now() - startedAt;
  });
  return summarise(timings);
}
