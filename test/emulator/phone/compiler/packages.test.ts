import { symlinkSync } from 'node:fs';
import { readPackagedAsset } from '../../../../scripts/emulator/phone/assets';
import { compileMiniProgram } from '../../../../scripts/emulator/phone/compiler/compile';
import { findPackages } from '../../../../scripts/emulator/phone/compiler/packages';
import { temporaryFolder } from '../../../temporaryFolder';

const APP = {
  'app.json': '{ "pages": ["a"], "usingComponents": { "p-card": "pretty/card" } }',
  'app.js': 'require("dates")',
  'a.js': 'Page({})',
  'a.wxml': '<p-card/>',
};

const COMPONENT_PACKAGE = {
  'node_modules/pretty/package.json': '{ "miniprogram": "dist/", "dependencies": { "events": "1" } }',
  'node_modules/pretty/dist/card.json': '{ "component": true }',
  'node_modules/pretty/dist/card.js': 'require("./lib"); require("events"); Component({})',
  'node_modules/pretty/dist/lib.js': 'exports.lib = 1',
  'node_modules/pretty/dist/card.wxml': '<view/>',
  'node_modules/pretty/dist/card.wxss': '.a { top: 0 }',
  'node_modules/pretty/dist/a.png': 'a picture',
};

const PLAIN_PACKAGE = {
  'node_modules/dates/package.json': '{ "main": "lib/main" }',
  'node_modules/dates/lib/main.js': 'exports.day = require("./day").day; require("events")',
  'node_modules/dates/lib/day.js': 'exports.day = "Sunday"',
  'node_modules/events/package.json': '{}',
  'node_modules/events/index.js': 'module.exports = function () {}',
};

const dependencies = (...names: string[]) =>
  JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '*'])) });

const INSTALLED = {
  ...APP,
  ...COMPONENT_PACKAGE,
  ...PLAIN_PACKAGE,
  'package.json': dependencies('pretty', 'dates'),
};

interface Program {
  modules: Record<string, unknown>;
  components: Record<string, unknown>;
  styleSheets: Record<string, { css: string }>;
  warnings: object[];
}

async function run(folder: string): Promise<Program> {
  const { code } = await compileMiniProgram(folder);
  let started: Program | undefined;
  new Function('xinshi', code)({ start: (program: Program) => (started = program) });
  if (started === undefined) throw new Error(code);
  return started;
}

describe('npm packages that 构建 npm has not built', () => {
  it('lie in miniprogram_npm: those for mini-programs file by file, others as one script each', async () => {
    const { modules, components, styleSheets, warnings } = await run(temporaryFolder(INSTALLED));
    expect(Object.keys(modules)).toEqual([
      'a',
      'app',
      'miniprogram_npm/dates/index',
      'miniprogram_npm/events/index',
      'miniprogram_npm/pretty/card',
      'miniprogram_npm/pretty/lib',
    ]);
    expect(String(modules['miniprogram_npm/dates/index'])).toContain('Sunday');
    expect(Object.keys(components)).toContain('miniprogram_npm/pretty/card');
    expect(styleSheets['miniprogram_npm/pretty/card']?.css).toContain('top: 0');
    expect(warnings).toEqual([]);
  });

  it('give their pictures to the phone', async () => {
    const packages = await findPackages(temporaryFolder(INSTALLED));
    const { bytes } = (await readPackagedAsset(packages, 'miniprogram_npm/pretty/a.png')) ?? {};
    expect(String(bytes)).toBe('a picture');
  });

  it('give no other files: beside the package, or where a link in it leads', async () => {
    const folder = temporaryFolder({ ...INSTALLED, 'secret.json': '{}' });
    symlinkSync(`${folder}/secret.json`, `${folder}/node_modules/pretty/dist/link.json`);
    const packages = await findPackages(folder);
    const read = (path: string) => readPackagedAsset(packages, `miniprogram_npm/pretty/${path}`);
    expect(await read('card.json')).toBeDefined();
    expect(await read('../pretty/card.json')).toBeDefined();
    expect(await read('../../secret.json')).toBeUndefined();
    expect(await read('link.json')).toBeUndefined();
  });

  it('have no files but their own, whatever they say', async () => {
    const packages = await findPackages(
      temporaryFolder({
        'package.json': dependencies('greedy', 'sly', '../../other'),
        'other/index.js': '',
        'other.js': '',
        'node_modules/greedy/package.json': '{ "miniprogram": "../../other" }',
        'node_modules/greedy/index.js': '',
        'node_modules/sly/package.json': '{ "main": "../../other.js" }',
        'node_modules/sly/index.js': '',
      }),
    );
    expect(packages.copied).toEqual([]);
    expect(packages.packed.map(({ entry }) => entry)).toEqual([
      expect.stringMatching(/greedy\/index\.js$/),
      expect.stringMatching(/sly\/index\.js$/),
    ]);
    expect(packages.missing).toMatchObject([{ name: '../../other' }]);
  });

  it('find what they depend on beside where they really lie, as pnpm puts it', async () => {
    const store = 'node_modules/.pnpm/pretty@1/node_modules';
    const folder = temporaryFolder({
      'package.json': dependencies('pretty'),
      [`${store}/pretty/package.json`]: '{ "dependencies": { "events": "1" } }',
      [`${store}/pretty/index.js`]: '',
      [`${store}/events/package.json`]: '{}',
      [`${store}/events/index.js`]: '',
    });
    symlinkSync(`${folder}/${store}/pretty`, `${folder}/node_modules/pretty`);
    const { packed, missing } = await findPackages(folder);
    expect(packed.map(({ place }) => place)).toEqual(['miniprogram_npm/pretty', 'miniprogram_npm/events']);
    expect(missing).toEqual([]);
  });

  it('are passed over where miniprogram_npm has them', async () => {
    const { modules } = await run(
      temporaryFolder({ ...INSTALLED, 'miniprogram_npm/dates/index.js': 'exports.day = "built"' }),
    );
    expect(String(modules['miniprogram_npm/dates/index'])).toContain('built');
  });

  it('are named once when they are not installed, however many of their components are used', async () => {
    const { warnings } = await run(
      temporaryFolder({
        'app.json': '{ "pages": ["a"] }',
        'app.js': 'App({})',
        'a.js': 'Page({})',
        'a.wxml': '',
        'a.json': `{ "usingComponents": {
          "c-day": "dates/day", "c-hour": "./miniprogram_npm/dates/hour/index", "c-week": "dates-week/week"
        } }`,
        'package.json': dependencies('dates'),
      }),
    );
    expect(warnings).toEqual([
      { file: 'package.json', message: 'the package dates is not installed: run npm install' },
      { file: 'a.json', message: '<c-week> names a component that is not there: dates-week/week' },
    ]);
  });

  it('go where packNpmManually says', async () => {
    const packing = {
      packNpmManually: true,
      packNpmRelationList: [{ packageJsonPath: './package.json', miniprogramNpmDistDir: './miniprogram/' }],
    };
    const app = Object.fromEntries(Object.entries(APP).map(([file, text]) => [`miniprogram/${file}`, text]));
    const folder = temporaryFolder({
      ...INSTALLED,
      ...app,
      'project.config.json': JSON.stringify({ setting: packing }),
    });
    const { modules } = await run(`${folder}/miniprogram`);
    expect(Object.keys(modules)).toContain('miniprogram_npm/dates/index');
  });
});

describe('useExtendedLib', () => {
  it('brings WeUI, and its style sheet before app.wxss', async () => {
    const { styleSheets, components } = await run(
      temporaryFolder({
        'app.json': '{ "pages": ["a"], "useExtendedLib": { "weui": true } }',
        'app.js': 'App({})',
        'app.wxss': '.mine { top: 0 }',
        'a.js': 'Page({})',
        'a.json': '{ "usingComponents": { "mp-cell": "weui-miniprogram/cell/cell" } }',
        'a.wxml': '<mp-cell/>',
        'node_modules/weui-miniprogram/package.json': '{ "miniprogram": "miniprogram_dist" }',
        'node_modules/weui-miniprogram/miniprogram_dist/weui-wxss/dist/style/weui.wxss': '.weui { top: 0 }',
        'node_modules/weui-miniprogram/miniprogram_dist/cell/cell.json': '{ "component": true }',
        'node_modules/weui-miniprogram/miniprogram_dist/cell/cell.js': 'Component({})',
        'node_modules/weui-miniprogram/miniprogram_dist/cell/cell.wxml': '<view/>',
      }),
    );
    expect(styleSheets['app']?.css).toBe('.weui { top: 0 }\n.mine { top: 0 }');
    expect(Object.keys(components)).toContain('miniprogram_npm/weui-miniprogram/cell/cell');
  });
});
