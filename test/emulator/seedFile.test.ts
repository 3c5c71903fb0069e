import { join } from 'node:path';
import { readSeed } from '../../scripts/emulator/seedFile';
import { defaultSeed } from '../../scripts/emulator/wechat/seed';
import { temporaryFolder } from '../temporaryFolder';

const seedFile = (text: string) => join(temporaryFolder({ 'seed.json': text }), 'seed.json');
const USER = { openid: 'oXs1-test-user-0000000000001', nickname: '测试' };

describe('readSeed', () => {
  it('takes an object; what it leaves out is that of the emulator’s own seed', () => {
    expect(readSeed({ users: [USER] })).toEqual({ ...defaultSeed(), users: [USER] });
  });

  it('takes the path of a file, which may name its schema', () => {
    const file = seedFile(JSON.stringify({ $schema: './seed.schema.json', users: [USER], templates: [] }));

    expect(readSeed(file)).toMatchObject({ users: [USER], templates: [], push: defaultSeed().push });
  });

  it('names the file and the place that is wrong', () => {
    const file = seedFile('{"users":[{"openid":"short","nickname":"短"}]}');

    expect(() => readSeed(file)).toThrow(`${file}: the seed is wrong at users.0.openid: must be an openid`);
  });

  it('names the file and the line that is no JSON', () => {
    const file = seedFile('{\n  "users": [],,\n}');

    expect(() => readSeed(file)).toThrow(`${file}: the seed is no JSON at line 2: `);
  });

  it('names a file that is not there', () => {
    expect(() => readSeed('/nowhere/seed.json')).toThrow('/nowhere/seed.json');
  });
});
