import { compileMiniProgram } from '../../../../scripts/emulator/phone/compiler/compile';
import { temporaryFolder } from '../../../temporaryFolder';

const SMALLEST = {
  'app.json': '{ "pages": ["pages/a/a"] }',
  'app.js': 'App({})',
  'pages/a/a.js': 'Page({})',
  'pages/a/a.wxml': '<view>{{greeting}}</view>',
};

const compile = async (files: Record<string, string>) => compileMiniProgram(temporaryFolder(files));

/** What the browser would get: runs the script with a runtime that only takes the program. */
async function run(files: Record<string, string>) {
  const { code } = await compile(files);
  let program: Record<string, object> = {};
  new Function('xinshi', code)({
    start: (started: Record<string, object>) => {
      program = started;
    },
  });
  return program;
}

const errorsOf = (files: Record<string, string>) =>
  compile(files).then(
    () => [],
    (failure: { errors: object[] }) => failure.errors,
  );

describe('compileMiniProgram', () => {
  it('makes one script of templates, styles and modules', async () => {
    const program = await run({
      ...SMALLEST,
      'app.wxss': 'page { top: 0 }',
      'lib/b.ts': 'export const b = 1',
    });
    expect(Object.keys(program['modules'] ?? {})).toEqual(['app', 'lib/b', 'pages/a/a']);
    expect(Object.keys(program['templates'] ?? {})).toEqual(['pages/a/a']);
    expect(program['styleSheets']).toEqual({ app: { css: 'page { top: 0 }' } });
  });

  it('follows usingComponents, of app.json too, and scopes their styles', async () => {
    const component = (path: string) => ({
      [`${path}.json`]: '{ "component": true }',
      [`${path}.js`]: 'Component({})',
      [`${path}.wxml`]: '<slot/>',
      [`${path}.wxss`]: '.a { top: 0 }',
    });
    const program = await run({
      ...SMALLEST,
      'app.json': '{ "pages": ["pages/a/a"], "usingComponents": { "every-where": "components/b/b" } }',
      'pages/a/a.json': '{ "usingComponents": { "c-card": "../../components/c/c" } }',
      ...component('components/b/b'),
      ...component('components/c/c'),
    });
    const components = program['components'] as Record<string, unknown>;
    expect(Object.keys(components)).toEqual(['pages/a/a', 'components/b/b', 'components/c/c']);
    expect(components['pages/a/a']).toEqual({
      usingComponents: { 'every-where': '/components/b/b', 'c-card': '/components/c/c' },
    });
    expect(program['styleSheets']).toMatchObject({
      'components/c/c': { css: '.components-c-c--a { top: 0 }', scope: 'components-c-c' },
    });
  });

  it('compiles imported templates and WXS', async () => {
    const program = await run({
      ...SMALLEST,
      'pages/a/a.wxml':
        '<import src="../part"/><wxs src="./sum.wxs" module="m"/><view>{{m.sum(1, 2)}}</view>',
      'pages/part.wxml': '<template name="p"><text>p</text></template>',
      'pages/a/sum.wxs': 'module.exports = { sum: function (a, b) { return a + b } }',
    });
    expect(Object.keys(program['templates'] ?? {}).sort()).toEqual(['pages/a/a', 'pages/part']);
  });

  it('says where app.json is wrong', async () => {
    expect(await errorsOf({ ...SMALLEST, 'app.json': '{\n  "pages": [,]\n}' })).toMatchObject([
      { file: 'app.json', line: 2, column: 13 },
    ]);
    expect(await errorsOf({ ...SMALLEST, 'app.json': '{ "pages": "a" }' })).toMatchObject([
      { file: 'app.json', message: expect.stringContaining('pages') },
    ]);
  });

  it('says where a template is wrong, in the words of its compiler', async () => {
    expect(
      await errorsOf({ ...SMALLEST, 'pages/a/a.wxml': '<view>\n  <text>{{a + }}</text>\n</view>' }),
    ).toEqual([
      {
        file: 'pages/a/a.wxml',
        line: 2,
        column: expect.any(Number),
        message: 'unexpected character inside expression',
        excerpt: '  <text>{{a + }}</text>',
      },
    ]);
  });

  it('refuses tags that do not match, as WeChat does', async () => {
    expect(await errorsOf({ ...SMALLEST, 'pages/a/a.wxml': '<view><text></view>' })).not.toEqual([]);
  });

  it('leaves out what stands within a slot, as WeChat does, and says so', async () => {
    const program = await run({
      ...SMALLEST,
      'pages/a/a.wxml': '<slot name="a"><view>b</view></slot><view>c</view>',
    });
    expect(program['warnings']).toEqual([
      { file: 'pages/a/a.wxml', message: 'what stands within a <slot>, <import> or <include> is not drawn' },
    ]);
  });

  it('names the default of an abstract node from the root, and components by an alias', async () => {
    const component = (path: string) => ({
      [`${path}.json`]: '{ "component": true }',
      [`${path}.js`]: '',
      [`${path}.wxml`]: '',
    });
    const program = await run({
      ...SMALLEST,
      'app.json':
        '{ "pages": ["pages/a/a"], "resolveAlias": { "@parts/*": "lib/parts/*" }, "usingComponents": { "c-row": "@parts/row" } }',
      'pages/a/a.json': '{ "usingComponents": { "c-list": "@parts/list" } }',
      ...component('lib/parts/list'),
      'lib/parts/list.json':
        '{ "component": true, "componentGenerics": { "row": { "default": "./row" }, "end": true } }',
      ...component('lib/parts/row'),
    });
    expect(program['components']).toMatchObject({
      'pages/a/a': { usingComponents: { 'c-list': '/lib/parts/list', 'c-row': '/lib/parts/row' } },
      'lib/parts/list': { componentGenerics: { row: { default: '/lib/parts/row' }, end: true } },
      'lib/parts/row': {},
    });
  });

  it('gives the mistakes of all files at once', async () => {
    const errors = await errorsOf({
      ...SMALLEST,
      'pages/a/a.js': 'Page({',
      'pages/a/a.wxss': '.a {',
      'pages/a/a.wxml': '{{',
    });
    expect(errors.map((error) => 'file' in error && error.file).sort()).toEqual([
      'pages/a/a.js',
      'pages/a/a.wxml',
      'pages/a/a.wxss',
    ]);
  });

  it.each(['app.json', 'app.js', 'pages/a/a.js', 'pages/a/a.wxml'])(
    'names %s when it is missing',
    async (file) => {
      const { [file as keyof typeof SMALLEST]: _, ...others } = SMALLEST;
      const path = file.replace(/\.js$/, '');
      expect(await errorsOf(others)).toMatchObject([
        { file: expect.stringContaining(path), message: 'the file is missing' },
      ]);
    },
  );

  it('goes on without pages of which no file is there, such as those of a git submodule, and names them', async () => {
    const program = await run({
      ...SMALLEST,
      'app.json':
        '{ "pages": ["pages/a/a"], "subpackages": [{ "root": "submodule", "pages": ["b/b", "c/c"] }] }',
    });
    expect(program['app']).toMatchObject({ pages: ['pages/a/a'] });
    expect(program['warnings']).toEqual([
      { file: 'app.json', message: 'the page submodule/b/b is not there' },
      { file: 'app.json', message: 'the page submodule/c/c is not there' },
    ]);
  });

  it('goes on without a component or an imported template that is not there, and says so', async () => {
    const program = await run({
      ...SMALLEST,
      'pages/a/a.json': '{ "usingComponents": { "c-card": "absent/card" } }',
      'pages/a/a.wxml': '<import src="./absent"/><view/>',
    });
    expect(program['warnings']).toEqual([
      { file: 'pages/a/a.json', message: '<c-card> names a component that is not there: absent/card' },
      { file: 'pages/a/absent.wxml', message: 'the template that is imported is missing' },
    ]);
  });

  it('reads a flag that is written as a text, as older mini-programs have it', async () => {
    const { app } = await run({
      ...SMALLEST,
      'app.json': '{ "pages": ["pages/a/a"], "window": { "enablePullDownRefresh": "true" } }',
    });
    expect(app).toMatchObject({ window: { enablePullDownRefresh: true } });
  });

  it('goes on without a custom tab bar that is not there, and says so', async () => {
    const program = await run({
      ...SMALLEST,
      'app.json': '{ "pages": ["pages/a/a"], "tabBar": { "custom": true, "list": [] } }',
    });
    expect(program['warnings']).toEqual([
      { file: 'app.json', message: 'the custom tab bar is not there: custom-tab-bar/index' },
    ]);
  });

  it('says where WXS is wrong, instead of a script that no browser reads', async () => {
    const errors = await errorsOf({
      ...SMALLEST,
      'pages/a/a.wxml': '<wxs module="w" src="./w.wxs"/><wxs module="v">var = 1</wxs><view/>',
      'pages/a/w.wxs': 'var a\nvar = 2',
    });
    expect(errors).toMatchObject([{ file: 'pages/a/a.wxml' }, { file: 'pages/a/w.wxs', line: 2 }]);
  });

  it('finds the pages of subpackages, and components and modules in packages', async () => {
    const program = await run({
      ...SMALLEST,
      'app.json': '{ "pages": ["pages/a/a"], "subPackages": [{ "root": "more/", "pages": ["b"] }] }',
      'more/b.js': "Page({ word: require('words') })",
      'more/b.wxml': '<t-card/>',
      'more/b.json': '{ "usingComponents": { "t-card": "cards/card/card" } }',
      'miniprogram_npm/words/index.js': 'module.exports = 1',
      'miniprogram_npm/unused/index.js': 'syntax error',
      'miniprogram_npm/cards/card/card.json': '{ "component": true }',
      'miniprogram_npm/cards/card/card.js': 'Component({})',
      'miniprogram_npm/cards/card/card.wxml': '<view/>',
    });
    expect(Object.keys(program['components'] ?? {})).toEqual([
      'pages/a/a',
      'more/b',
      'miniprogram_npm/cards/card/card',
    ]);
    expect(Object.keys(program['modules'] ?? {})).toEqual([
      'app',
      'miniprogram_npm/cards/card/card',
      'miniprogram_npm/words/index',
      'more/b',
      'pages/a/a',
    ]);
  });

  it('refuses a component outside the mini-program', async () => {
    expect(
      await errorsOf({ ...SMALLEST, 'pages/a/a.json': '{ "usingComponents": { "c": "../../../c" } }' }),
    ).toMatchObject([{ file: 'pages/a/a.json' }]);
  });

  it('maps the script back to the files', async () => {
    const { map } = await compile(SMALLEST);
    const { sections } = JSON.parse(map) as { sections: { map: { sources: string[] } }[] };
    expect(sections.map((section) => section.map.sources)).toEqual([
      ['miniprogram/app.js'],
      ['miniprogram/pages/a/a.js'],
    ]);
  });
});
