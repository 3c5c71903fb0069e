import { join } from 'node:path';
import { listFunctions } from '../../scripts/build/functions';
import { findCloudbaserc, readCloudbaserc } from '../../scripts/project/cloudbaserc';
import { builtFunctions, functionSources, projectRoot } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';

describe('cloudbaserc.json of this project', () => {
  const ours = readCloudbaserc(join(projectRoot, 'cloudbaserc.json'));

  it('lists exactly the functions that have a folder', () => {
    expect(ours.functions.map(({ name }) => name)).toEqual(listFunctions(functionSources));
  });

  it('deploys what the build makes, with nothing to install in the cloud', () => {
    expect(findCloudbaserc(builtFunctions)).toEqual({ ...ours, folder: projectRoot });
    for (const settings of ours.functions) {
      expect(settings).toMatchObject({
        handler: 'index.main',
        runtime: 'Nodejs18.15',
        installDependency: false,
      });
    }
  });
});

describe('readCloudbaserc', () => {
  it('names the file and the field that is wrong', () => {
    const folder = temporaryFolder({ 'cloudbaserc.json': '{"functions":[{"name":"a","timeout":61}]}' });
    const file = join(folder, 'cloudbaserc.json');

    expect(() => readCloudbaserc(file)).toThrow(`${file}: functions.0.timeout`);
  });

  it('takes a time limit of 1 to 60 seconds, and 5 when nothing is said', () => {
    const read = (settings: object) => {
      const folder = temporaryFolder({
        'cloudbaserc.json': JSON.stringify({ functions: [{ name: 'a', ...settings }] }),
      });
      return readCloudbaserc(join(folder, 'cloudbaserc.json')).functions[0]?.timeout;
    };

    expect([read({}), read({ timeout: 1 }), read({ timeout: 60 })]).toEqual([5, 1, 60]);
    for (const timeout of [0, 61, 1.5]) expect(() => read({ timeout })).toThrow('functions.0.timeout');
  });

  it('says that a file is not JSON', () => {
    const folder = temporaryFolder({ 'cloudbaserc.json': '{' });

    expect(() => readCloudbaserc(join(folder, 'cloudbaserc.json'))).toThrow('not JSON');
  });
});

describe('findCloudbaserc', () => {
  it('takes the file above whose functionRoot is the folder', () => {
    const folder = temporaryFolder({
      'cloudbaserc.json': '{"functionRoot":"a/functions","functions":[{"name":"f"}]}',
      'a/cloudbaserc.json': '{"functionRoot":"elsewhere"}',
    });

    expect(findCloudbaserc(join(folder, 'a/functions'))?.functions).toMatchObject([
      { name: 'f', timeout: 5, memorySize: 256 },
    ]);
  });

  it('is undefined when no file above claims the folder', () => {
    expect(findCloudbaserc(temporaryFolder())).toBeUndefined();
  });
});
