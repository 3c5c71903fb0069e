/** Loads WeChat's own template compiler, two megabytes of WebAssembly, in some 20 ms. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { transform } from 'esbuild';
import { once } from '../../once';

export type TemplateCompiler = Pick<typeof import('glass-easel-template-compiler'), 'TmplGroup'>;

const NAME = 'glass_easel_template_compiler_bg';

/**
 * Loaded when a mini-program is first compiled, not when the emulator starts.
 *
 * The package's entry for Node decodes its WebAssembly from base64 a character at a time, which takes 300 ms and keeps
 * the emulator from answering meanwhile. This does what a bundler does with the package's other entry: the same
 * module, from its own file.
 */
export const loadTemplateCompiler = once(async (): Promise<TemplateCompiler> => {
  const folder = dirname(require.resolve('glass-easel-template-compiler'));
  const [glueText, bytes] = await Promise.all([
    readFile(join(folder, `${NAME}.js`), 'utf8'),
    readFile(join(folder, `${NAME}.wasm`)),
  ]);
  const { code } = await transform(glueText, { format: 'cjs', platform: 'node' });
  const module = { exports: {} as Glue };
  new Script(`(function (module) {${code}\n})`, { filename: `${NAME}.js` }).runInThisContext()(module);
  const { instance } = await WebAssembly.instantiate(bytes, { [`./${NAME}.js`]: module.exports });
  module.exports.__wbg_set_wasm(instance.exports);
  return module.exports;
});

/** What joins JavaScript to the WebAssembly. */
interface Glue extends TemplateCompiler {
  __wbg_set_wasm(exports: object): void;
}

// The part that is used: Node's types have none of it.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: Record<string, object>): Promise<{ instance: { exports: object } }>;
};
