/** Puts a compiled mini-program into one script, with a source map that leads back to its files. */
import { ABSENT_GLOBALS, type MiniProgram, MODULE_SCOPE } from '../program';
import type { CompiledModule } from './script';

export interface Bundle {
  code: string;
  /** A source map in sections (ECMA-426), as JSON. */
  map: string;
}

export interface BundleParts extends Omit<MiniProgram, 'templates' | 'modules'> {
  /** A JavaScript expression. */
  templates: string;
  modules: CompiledModule[];
}

/** The script calls `xinshi.start` with a `MiniProgram`; the page's runtime must be there before it. */
export function bundle({ templates, modules, ...data }: BundleParts): Bundle {
  const parameters = [...MODULE_SCOPE, ...ABSENT_GLOBALS].join(', ');
  const sections: string[] = [];
  const parts: string[] = [];
  let line = 0;
  const add = (code: string) => {
    parts.push(code);
    line += code.split('\n').length - 1;
  };
  add(
    `xinshi.start(Object.assign(JSON.parse(${JSON.stringify(JSON.stringify(data))}), {\ntemplates: ${templates},\nmodules: {\n`,
  );
  for (const module of modules) {
    // A function within, so that a module may declare a name that the parameters hide from it.
    add(`[${JSON.stringify(module.path)}]: function (${parameters}) { return function () {\n`);
    sections.push(`{"offset":{"line":${line},"column":0},"map":${module.map}}`);
    add(`${module.code}\n}.call(undefined); },\n`);
  }
  add('}}));\n');
  return { code: parts.join(''), map: `{"version":3,"sections":[${sections.join(',')}]}` };
}
