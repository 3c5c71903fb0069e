import {
  createModules,
  type SharedScope,
} from '../../../../scripts/emulator/phone/browser/miniprogram/modules';
import { compileMiniProgram } from '../../../../scripts/emulator/phone/compiler/compile';
import type { ModuleFactory } from '../../../../scripts/emulator/phone/program';
import { temporaryFolder } from '../../../temporaryFolder';

const APP = { 'app.json': '{ "pages": ["a"] }', 'app.js': 'App({})', 'a.js': 'Page({})', 'a.wxml': '' };

/** Compiles a mini-program of these modules, and runs one of them. */
async function run(path: string, files: Record<string, string>): Promise<unknown> {
  const { code } = await compileMiniProgram(temporaryFolder({ ...APP, ...files }));
  let factories: Record<string, ModuleFactory> = {};
  new Function('xinshi', code)({
    start({ modules }: { modules: typeof factories }) {
      factories = modules;
    },
  });
  return createModules(factories, () => ({}) as SharedScope).run(path);
}

describe('modules of a mini-program', () => {
  it('read an export that is not there yet as undefined, when they import each other', async () => {
    const exports = await run('one', {
      'one.js': "import { found } from './two'; export const name = 'one'; export const early = found;",
      'two.js':
        "import { name } from './one'; export const found = [typeof name]; export const late = () => name;",
    });
    expect(exports).toMatchObject({ name: 'one', early: ['undefined'] });
  });

  it('find a path with a slash before it from the root, or else beside the module', async () => {
    const exports = await run('kit/main', {
      'kit/main.js': "exports.found = [require('/root').name, require('/store/index').name]",
      'root.js': "exports.name = 'root'",
      'kit/root.js': "exports.name = 'beside'",
      'kit/store/index.js': "exports.name = 'store'",
    });
    expect(exports).toEqual({ found: ['root', 'store'] });
  });

  it('find packages that a package built by DevTools requires', async () => {
    const packed = (body: string) =>
      `var __DEFINE__ = function (f) { f(require, module, exports) }; __DEFINE__(function (require, module, exports) { ${body} })`;
    const exports = await run('b', {
      'b.js': "exports.word = require('first').word",
      'miniprogram_npm/first/index.js': packed("exports.word = require('second')"),
      'miniprogram_npm/second/index.js': packed("module.exports = 'found'"),
    });
    expect(exports).toEqual({ word: 'found' });
  });
});
