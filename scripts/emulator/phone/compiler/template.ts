/** WXML to JavaScript, by the component framework's own compiler. */
import type { SourceError } from '../program';
import { lineOf, type Source, SourceFailure } from './source';

/** What `TmplGroup.addTmpl` answers: the package's types leave it open. Lines and columns count from 0. */
interface Remark {
  isError: boolean;
  code: number;
  message: string;
  path: string;
  startLine: number;
  startColumn: number;
}

/** The framework's compiler goes on after these two; WeChat's own refuses the file. */
const REFUSED_BY_WECHAT = new Set([
  0x10007, // missing end tag
  0x1001f, // invalid end tag
]);

/**
 * Compiles the templates of pages and components, with the templates and WXS modules that they import.
 *
 * @param paths of pages and components, without the ending
 * @returns a JavaScript expression: an object of compiled templates by path
 * @throws {SourceFailure}
 */
export async function compileTemplates(source: Source, paths: string[]): Promise<string> {
  const group = new (loadCompiler().TmplGroup)();
  try {
    const errors: SourceError[] = [];
    const added = new Set<string>();
    const waiting = [...paths];
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (added.has(path)) continue;
      added.add(path);
      const file = path.endsWith('.wxml') ? path : `${path}.wxml`;
      const text = await source.read(file);
      if (text === undefined) {
        errors.push({ file, message: 'the file is missing' });
        continue;
      }
      const remarks: Remark[] = group.addTmpl(path, text);
      errors.push(...remarks.filter(isRefused).map((remark) => toError(file, text, remark)));
      waiting.push(...(group.getDirectDependencies(path) as string[]));
      for (const script of group.getScriptDependencies(path) as string[]) {
        if (!added.has(script)) errors.push(...(await addScript(source, group, script, file)));
        added.add(script);
      }
    }
    if (errors.length > 0) throw new SourceFailure(errors);
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}

/** Two megabytes of WebAssembly: loaded when a mini-program is first compiled, not when the emulator starts. */
function loadCompiler(): typeof import('glass-easel-template-compiler') {
  return require('glass-easel-template-compiler');
}

interface ScriptGroup {
  addScript(path: string, text: string): void;
  getScriptDependencies(path: string): unknown[];
}

async function addScript(
  source: Source,
  group: ScriptGroup,
  path: string,
  importer: string,
): Promise<SourceError[]> {
  const text = (await source.read(path)) ?? (await source.read(`${path}.wxs`));
  if (text === undefined) return [{ file: importer, message: `the WXS module ${path} is missing` }];
  group.addScript(path, text);
  return [];
}

const isRefused = ({ isError, code }: Remark) => isError || REFUSED_BY_WECHAT.has(code);

const toError = (file: string, text: string, { message, startLine, startColumn }: Remark): SourceError => ({
  file,
  line: startLine + 1,
  column: startColumn + 1,
  message,
  excerpt: lineOf(text, startLine + 1),
});
