/** WXML to JavaScript, by the component framework's own compiler. */
import { resolvePath } from '../path';
import type { SourceError } from '../program';
import { lineOf, type Source, SourceFailure } from './source';
import { loadTemplateCompiler } from './templateCompiler';
import { compileText, quoteValues, TEXT_RUNTIME } from './wxmlText';
import { compileWxs, WXS_RUNTIME, wxsErrors, wxsRequires } from './wxs';

/** What `TmplGroup.addTmpl` answers: the package's types leave it open. Lines and columns count from 0. */
interface Remark {
  isError: boolean;
  code: number;
  message: string;
  path: string;
  startLine: number;
  startColumn: number;
}

export interface CompiledTemplates {
  /** JavaScript: an object of compiled templates by path. */
  expression: string;
  /** Imported templates that are not there and content that is left out: nothing is drawn in their place. */
  warnings: SourceError[];
}

/** The framework's compiler goes on after these two; WeChat's own refuses the file. */
const REFUSED_BY_WECHAT = new Set([
  0x10007, // missing end tag
  0x1001f, // invalid end tag
]);

/** Content of a `<slot>` or `<import>`: WeChat's compiler leaves it out, which TDesign's table relies on. */
const CHILDREN_NOT_ALLOWED = 0x10015;

/**
 * Compiles the templates of pages and components, with the templates and WXS modules that they import.
 *
 * @param paths of pages and components, without the ending
 * @throws {SourceFailure}
 */
export async function compileTemplates(source: Source, paths: string[]): Promise<CompiledTemplates> {
  const { TmplGroup } = await loadTemplateCompiler();
  const group = new TmplGroup();
  try {
    const errors: SourceError[] = [];
    const warnings: SourceError[] = [];
    const added = new Set<string>();
    const waiting = [...paths];
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (added.has(path)) continue;
      added.add(path);
      const file = path.endsWith('.wxml') ? path : `${path}.wxml`;
      const text = await source.read(file);
      if (text === undefined) {
        if (paths.includes(path)) errors.push({ file, message: 'the file is missing' });
        else warnings.push({ file, message: 'the template that is imported is missing' });
        group.addTmpl(path, '');
        continue;
      }
      const remarks = addTemplate(group, path, compileText(text));
      errors.push(...remarks.filter(isRefused).map((remark) => toError(file, text, remark)));
      if (remarks.some(({ code }) => code === CHILDREN_NOT_ALLOWED))
        warnings.push({ file, message: 'what stands within a <slot>, <import> or <include> is not drawn' });
      waiting.push(...(group.getDirectDependencies(path) as string[]));
      for (const name of group.getInlineScriptModuleNames(path) as string[]) {
        const inline = group.getInlineScript(path, name);
        group.setInlineScript(path, name, compileWxs(inline));
        // Its lines are counted from the tag: the file alone is told.
        errors.push(...(await wxsErrors(file, inline)).map(({ message }) => ({ file, message })));
        errors.push(...(await addScripts(source, group, added, requiredBy(path, inline), file)));
      }
      const scripts = group.getScriptDependencies(path) as string[];
      errors.push(...(await addScripts(source, group, added, scripts, file)));
    }
    if (errors.length > 0) throw new SourceFailure(errors);
    group.setExtraRuntimeScript(TEXT_RUNTIME + WXS_RUNTIME);
    return { expression: group.getTmplGenObjectGroups(), warnings };
  } finally {
    group.free();
  }
}

interface TemplateGroup {
  addTmpl(path: string, text: string): Remark[];
}

function addTemplate(group: TemplateGroup, path: string, text: string): Remark[] {
  const remarks = group.addTmpl(path, text);
  return remarks.some(isRefused) ? group.addTmpl(path, quoteValues(text)) : remarks;
}

interface ScriptGroup {
  addScript(path: string, text: string): void;
}

/** Adds WXS modules and those that they require; `paths` come with and without the ending. */
async function addScripts(
  source: Source,
  group: ScriptGroup,
  added: Set<string>,
  paths: string[],
  importer: string,
): Promise<SourceError[]> {
  const errors: SourceError[] = [];
  const waiting = paths.map((path) => ({ path: path.replace(/\.wxs$/, ''), importer }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path } = next;
    const file = `${path}.wxs`;
    if (added.has(file)) continue;
    added.add(file);
    const text = await source.read(file);
    if (text === undefined) {
      errors.push({ file: next.importer, message: `the WXS module ${file} is missing` });
      continue;
    }
    // A template asks for it without the ending, `require` in another module with it.
    group.addScript(file, compileWxs(text));
    errors.push(...(await wxsErrors(file, text)));
    group.addScript(path, `module.exports = require(${JSON.stringify(`/${file}`)});`);
    waiting.push(...requiredBy(path, text).map((required) => ({ path: required, importer: file })));
  }
  return errors;
}

const requiredBy = (path: string, text: string) =>
  wxsRequires(text).map((required) => (resolvePath(path, required) ?? required).replace(/\.wxs$/, ''));

const isRefused = ({ isError, code }: Remark) =>
  (isError && code !== CHILDREN_NOT_ALLOWED) || REFUSED_BY_WECHAT.has(code);

const toError = (file: string, text: string, { message, startLine, startColumn }: Remark): SourceError => ({
  file,
  line: startLine + 1,
  column: startColumn + 1,
  message,
  excerpt: lineOf(text, startLine + 1),
});
