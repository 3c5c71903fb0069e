import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from '../../scripts/build/build';
import { watchFunctions } from '../../scripts/build/watch';
import { addFiles, temporaryFolder } from '../temporaryFolder';

/** What the watcher tells, one after the other: `next()` resolves with the next word. */
function listening() {
  const told: string[] = [];
  let wake = () => {};
  const tell = (word: string) => {
    told.push(word);
    wake();
  };
  const next = async (): Promise<string | undefined> => {
    while (told.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return told.shift();
  };
  const listener = {
    rebuilt: (name: string) => tell(`built ${name}`),
    failed: (name: string) => tell(`failed ${name}`),
  };
  return { listener, next };
}

describe('watchFunctions', () => {
  it('builds a function again when a file that it is made of changes, and keeps it while one is broken', async () => {
    const sources = temporaryFolder({
      'shared/words.ts': "export const greeting = 'one';",
      'greet/index.ts': "export { greeting } from '../shared/words';",
    });
    const out = join(temporaryFolder(), 'dist');
    await buildFunctions(sources, out);
    const { listener, next } = listening();
    const stop = await watchFunctions(sources, out, listener);
    const code = () => readFileSync(join(out, 'greet/index.js'), 'utf8');
    expect(await next()).toBe('built greet');

    addFiles(sources, { 'shared/words.ts': "export const greeting = 'two';" });
    expect(await next()).toBe('built greet');
    expect(code()).toContain('two');

    addFiles(sources, { 'shared/words.ts': 'export const greeting = ;' });
    expect(await next()).toBe('failed greet');
    expect(code()).toContain('two');
    await stop();
  });
});
