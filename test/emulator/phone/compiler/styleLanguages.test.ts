import { SourceFailure } from '../../../../scripts/emulator/phone/compiler/source';
import { readStyleSheet } from '../../../../scripts/emulator/phone/compiler/styleLanguages';
import { compileStyleSheet } from '../../../../scripts/emulator/phone/compiler/stylesheet';

const sourceOf = (files: Record<string, string>) => ({
  packages: { copied: [], packed: [], missing: [] },
  folder: '',
  read: async (file: string) => files[file],
});

const read = async (files: Record<string, string>) =>
  (await readStyleSheet(sourceOf(files), 'pages/a/a.wxss'))?.replace(/\s+/g, ' ').trim();

async function errorsOf(files: Record<string, string>): Promise<object[]> {
  const failure: unknown = await read(files).catch((error: unknown) => error);
  return failure instanceof SourceFailure ? failure.errors : [];
}

const RULE = '.a .b { width: 20rpx; }';

describe.each([
  {
    ending: 'less',
    own: '@import "../../vars"; .a { .b { width: @w * 2 } }',
    imported: { 'vars.less': '@w: 10rpx;' },
    wrong: '.a {\n  width: @nothing;\n}',
    missing: '@import "./nowhere";',
    fromPackage: '@import "lib/look";',
  },
  {
    ending: 'scss',
    own: '@import "../../vars"; .a { .b { width: $w * 2 } }',
    imported: { '_vars.scss': '$w: 10rpx;' },
    wrong: '.a {\n  width: $nothing;\n}',
    missing: '@import "./nowhere";',
    fromPackage: '@import "lib/look";',
  },
  {
    ending: 'sass',
    own: '@use "/vars"\n.a\n  .b\n    width: vars.$w * 2',
    imported: { 'vars.sass': '$w: 10rpx' },
    wrong: '.a\n  width: $nothing',
    missing: '@use "./nowhere"',
    fromPackage: '@import "lib/look"',
  },
])('a style sheet in .$ending', ({ ending, own, imported, wrong, missing, fromPackage }) => {
  const file = `pages/a/a.${ending}`;

  it('is compiled, with what it imports', async () => {
    expect(await read({ [file]: own, ...imported } as Record<string, string>)).toBe(RULE);
  });

  it('gives way to WXSS of that name', async () => {
    expect(await read({ [file]: wrong, 'pages/a/a.wxss': RULE })).toBe(RULE);
  });

  it('imports packages, and WXSS', async () => {
    const files = { [file]: fromPackage, 'miniprogram_npm/lib/look.wxss': RULE };
    expect(await read(files)).toBe(RULE);
  });

  it('is refused with the place of a mistake', async () => {
    expect(await errorsOf({ [file]: wrong })).toEqual([
      {
        file,
        line: 2,
        column: 10,
        message: expect.stringMatching(/undefined/i),
        excerpt: expect.stringContaining('nothing'),
      },
    ]);
    expect(await errorsOf({ [file]: missing })).toMatchObject([{ file, line: 1 }]);
  });
});

it.each([
  ['global.less', '@w: 10rpx;', 'a.less', '.a .b { width: @w * 2 }'],
  ['global.scss', '$w: 10rpx;', 'a.scss', '.a .b { width: global.$w * 2 }'],
  ['global.scss', '$w: 10rpx;', 'a.sass', '.a .b\n  width: global.$w * 2'],
])('%s is before every style sheet: %s, %s', async (shared, variables, file, text) => {
  expect(await read({ [shared]: variables, [`pages/a/${file}`]: text })).toBe(RULE);
});

it('a mistake after the global Sass is told with its own place', async () => {
  const files = { 'global.scss': '$w: 10rpx;', 'pages/a/a.sass': '.a\n  width: $nothing' };
  expect(await errorsOf(files)).toMatchObject([{ file: 'pages/a/a.sass', line: 2, column: 10 }]);
});

it('Less is found where another style sheet imports its WXSS', async () => {
  const files = { 'a.wxss': '@import "b.wxss";', 'b.less': '@w: 750rpx; view { width: @w }' };
  const css = await compileStyleSheet(sourceOf(files), 'a.wxss', { darkmode: true });
  expect(css?.replace(/\s+/g, ' ').trim()).toBe('wx-view { width: 100vw; }');
});
