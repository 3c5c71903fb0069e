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
  const sections: { offset: { line: number; column: number }; map: unknown }[] = [];
  let code = `xinshi.start(Object.assign(JSON.parse(${JSON.stringify(JSON.stringify(data))}), {\ntemplates: ${templates},\nmodules: {\n`;
  for (const module of modules) {
    // A function within, so that a module may declare a name that the parameters hide from it.
    code += `[${JSON.stringify(module.path)}]: function (${parameters}) { return function () {\n`;
    sections.push({ offset: { line: code.split('\n').length - 1, column: 0 }, map: JSON.parse(module.map) });
    code += `${module.code}\n}.call(undefined); },\n`;
  }
  code += '}}));\n';
  return { code, map: JSON.stringify({ version: 3, sections }) };
}
