import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from '../../scripts/build/build';
import { addFiles, temporaryFolder } from '../temporaryFolder';

const GREET = {
  'shared/words.ts': "export const greeting: string = 'hello';",
  'greet/index.ts': "import { greeting } from '../shared/words';\nexport const main = async () => greeting;",
  'greet/config.json': '{"permissions":{"openapi":["subscribeMessage.send"]}}',
};

describe('buildFunctions', () => {
  it('makes one folder a function, with everything the cloud needs, and none of shared/', async () => {
    const sources = temporaryFolder(GREET);
    const out = join(temporaryFolder(), 'dist');

    const [built, ...others] = await buildFunctions(sources, out);

    expect(others).toEqual([]);
    expect(built).toMatchObject({
      name: 'greet',
      bytes: expect.any(Number),
      zippedBytes: expect.any(Number),
    });
    expect(readdirSync(out)).toEqual(['greet']);
    expect(readdirSync(join(out, 'greet')).sort()).toEqual(['config.json', 'index.js', 'package.json']);
    expect(readFileSync(join(out, 'greet/config.json'), 'utf8')).toBe(GREET['greet/config.json']);
    const { main } = require(join(out, 'greet')) as { main(): Promise<string> };
    expect(await main()).toBe('hello');
  });

  it('fails with the place of the error and leaves the last good build as it was', async () => {
    const sources = temporaryFolder(GREET);
    const out = join(temporaryFolder(), 'dist');
    await buildFunctions(sources, out);
    const good = readFileSync(join(out, 'greet/index.js'), 'utf8');
    addFiles(sources, {
      'greet/index.ts': 'export const main = async () => 2;',
      'broken/index.ts': 'export const main =\n  ( => 1;',
    });

    await expect(buildFunctions(sources, out)).rejects.toMatchObject({
      errors: [{ location: { file: expect.stringContaining('broken/index.ts'), line: 2 } }],
    });

    expect(readdirSync(out)).toEqual(['greet']);
    expect(readFileSync(join(out, 'greet/index.js'), 'utf8')).toBe(good);
  });

  it('removes the folder of a function that has no source any more', async () => {
    const out = join(temporaryFolder({ 'dist/gone/index.js': '' }), 'dist');

    await buildFunctions(temporaryFolder(GREET), out);

    expect(existsSync(join(out, 'gone'))).toBe(false);
  });
});
