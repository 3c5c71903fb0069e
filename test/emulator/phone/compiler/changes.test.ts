import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCompiler } from '../../../../scripts/emulator/phone/compiler/compile';
import { createRemembered } from '../../../../scripts/emulator/phone/compiler/remembered';
import { openSource } from '../../../../scripts/emulator/phone/compiler/source';
import { addFiles, temporaryFolder } from '../../../temporaryFolder';

const FILES = {
  'app.json': '{ "pages": ["a"] }',
  'app.js': 'App({})',
  'a.js': 'Page({ first: 1 })',
  'a.json': '{ "navigationBarTitleText": "first title" }',
  'a.wxml': '<view>first text</view><include src="part.wxml"/>',
  'part.wxml': '<view>first part</view>',
  'a.wxss': '@import "colours.wxss";',
  'colours.wxss': '.a { color: red }',
};

describe('a mini-program that is compiled again', () => {
  const changes: [what: string, file: string, text: string, found: string][] = [
    ['a script', 'a.js', 'Page({ second: 2 })', 'second: 2'],
    ['a script that is new', 'b.js', 'exports.added = 2', 'exports.added = 2'],
    ['configuration', 'a.json', '{ "navigationBarTitleText": "second title" }', 'second title'],
    ['a template', 'a.wxml', '<view>second text</view>', 'second text'],
    ['a template that another includes', 'part.wxml', '<view>second part</view>', 'second part'],
    ['a style sheet that another imports', 'colours.wxss', '.a { color: tan }', 'color: tan'],
  ];

  it.each(changes)('has what has changed: %s', async (_what, file, text, found) => {
    const folder = temporaryFolder(FILES);
    const compiler = openCompiler(folder);
    expect((await compiler.compile()).code).not.toContain(found);

    addFiles(folder, { [file]: text });

    expect((await compiler.compile()).code).toContain(found);
  });

  it('is without a script that is gone, and whole again when it is back', async () => {
    const folder = temporaryFolder(FILES);
    const compiler = openCompiler(folder);
    const before = await compiler.compile();
    rmSync(join(folder, 'a.js'));
    await expect(compiler.compile()).rejects.toThrow('a.ts the file is missing');

    addFiles(folder, { 'a.js': FILES['a.js'] });

    expect(await compiler.compile()).toEqual(before);
  });

  it('tells of a mistake as long as it is there', async () => {
    const folder = temporaryFolder({ ...FILES, 'colours.wxss': '.a {' });
    const compiler = openCompiler(folder);
    await expect(compiler.compile()).rejects.toThrow('colours.wxss');
    await expect(compiler.compile()).rejects.toThrow('colours.wxss');
    addFiles(folder, { 'colours.wxss': FILES['colours.wxss'] });
    expect((await compiler.compile()).code).toContain('color: red');
  });
});

describe('createRemembered', () => {
  it('does work again only when a file that it read has another text, or the options differ', async () => {
    const folder = temporaryFolder({ a: '1', b: '1' });
    const source = openSource(folder);
    const { recall } = createRemembered();
    let worked = 0;
    const work = (options = {}) =>
      recall('some', options, source, async ({ read }) => {
        worked += 1;
        return `${await read('a')} ${await read('none')}`;
      });

    await work();
    addFiles(folder, { b: '2' });
    expect([await work(), worked]).toEqual(['1 undefined', 1]);
    addFiles(folder, { a: '2' });
    expect([await work(), worked]).toEqual(['2 undefined', 2]);
    addFiles(folder, { none: 'some' });
    expect([await work(), worked]).toEqual(['2 some', 3]);
    await work({ dark: true });
    expect(worked).toBe(4);
  });
});
