import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalogue } from '../../../scripts/emulator/instances/catalogue';
import { addFiles, temporaryFolder } from '../../temporaryFolder';

const CODE = 'exports.main = () => {};';

describe('openCatalogue', () => {
  it('says what to do when the folder is missing', () => {
    expect(() => openCatalogue(join(temporaryFolder(), 'none'))).toThrow(/Build the functions first/);
  });
});

describe('a catalogue', () => {
  it('lists the folders that hold index.js under a name that the cloud allows', () => {
    const root = temporaryFolder({
      'good/index.js': CODE,
      '1bad/index.js': CODE,
      '.staged/index.js': CODE,
      'empty/readme.md': '',
    });

    expect(openCatalogue(root).names()).toEqual(['good']);
  });

  it('reads permissions and triggers of config.json, and names the file when it is wrong', async () => {
    const trigger = { name: 'myTrigger', type: 'timer', config: '0 0 2 1 * * *' };
    const root = temporaryFolder({
      'good/index.js': CODE,
      'good/config.json': JSON.stringify({ permissions: { openapi: ['a.b'] }, triggers: [trigger] }),
      'plain/index.js': CODE,
      'broken/index.js': CODE,
      'broken/config.json': '{',
      'named/index.js': CODE,
      'named/config.json': JSON.stringify({ triggers: [{ ...trigger, name: '1st' }] }),
    });
    const catalogue = openCatalogue(root);

    expect(await catalogue.find('good')).toMatchObject({ openapi: ['a.b'], triggers: [trigger] });
    expect(await catalogue.find('plain')).toMatchObject({ openapi: [], triggers: [] });
    await expect(catalogue.find('broken')).rejects.toThrow(join(root, 'broken/config.json'));
    await expect(catalogue.find('named')).rejects.toThrow(/must be letters, digits/);
  });

  it('gives another version when the code, config.json or the settings have changed', async () => {
    const folder = temporaryFolder({
      'cloudbaserc.json': JSON.stringify({ functionRoot: 'functions' }),
      'functions/a/index.js': CODE,
    });
    const catalogue = openCatalogue(join(folder, 'functions'));
    const versions = [(await catalogue.find('a'))?.version];
    for (const [file, contents] of [
      ['functions/a/config.json', '{}'],
      [
        'cloudbaserc.json',
        JSON.stringify({ functionRoot: 'functions', functions: [{ name: 'a', timeout: 7 }] }),
      ],
    ] as const) {
      addFiles(folder, { [file]: contents });
      versions.push((await catalogue.find('a'))?.version);
    }

    expect(new Set(versions).size).toBe(3);
    expect((await catalogue.find('a'))?.version).toBe(versions.at(-1));
  });

  it('fills placeholders from the environment, else with what the emulator knows, else from .env.local and .env', async () => {
    process.env['XINSHI_TEST_VARIABLE'] = 'of the process';
    const envVariables = {
      PROCESS: '{{env.XINSHI_TEST_VARIABLE}}',
      KNOWN: '{{env.KNOWN}}',
      LOCAL: 'a {{ env.LOCAL }} b',
      SHARED: '{{env.SHARED}}',
      MISSING: '{{env.NOWHERE}}',
      EMPTY: '',
    };
    const folder = temporaryFolder({
      'cloudbaserc.json': JSON.stringify({
        functionRoot: 'functions',
        functions: [{ name: 'a', envVariables }],
      }),
      '.env.local': 'LOCAL=local\nKNOWN=real\nXINSHI_TEST_VARIABLE=file',
      '.env': 'LOCAL=shared\nSHARED="for all"',
      'functions/a/index.js': CODE,
    });
    let known = 'emulator';
    const catalogue = openCatalogue(join(folder, 'functions'), () => ({
      KNOWN: known,
      XINSHI_TEST_VARIABLE: 'emulator',
    }));

    const before = await catalogue.find('a');
    known = 'changed';
    const after = await catalogue.find('a');
    delete process.env['XINSHI_TEST_VARIABLE'];

    expect(before?.settings.envVariables).toEqual({
      PROCESS: 'of the process',
      KNOWN: 'emulator',
      LOCAL: 'a local b',
      SHARED: 'for all',
      EMPTY: '',
    });
    expect(after?.version).not.toBe(before?.version);
  });

  it('does not know a function that was never there, nor one that stays away', async () => {
    const root = temporaryFolder({ 'a/index.js': CODE });
    const catalogue = openCatalogue(root);
    expect(await catalogue.find('b')).toBeUndefined();
    rmSync(join(root, 'a'), { recursive: true });

    expect(await catalogue.find('a')).toBeUndefined();
  });

  it('finds nothing while its own folder is missing', () => {
    const root = temporaryFolder({ 'a/index.js': CODE });
    const catalogue = openCatalogue(root);
    rmSync(root, { recursive: true });

    expect(catalogue.names()).toEqual([]);
  });
});
