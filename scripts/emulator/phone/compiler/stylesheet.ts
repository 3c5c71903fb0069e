/** WXSS to CSS: `@import`, rpx, dark mode, and styles that stay inside their component. */
import { type AtRule, type ChildNode, CssSyntaxError, parse, type Root, Rule } from 'postcss';
import { documentTag } from '../builtInTags';
import { candidatePaths } from '../path';
import { rpxToViewport } from '../rpx';
import { lineOf, type Source, SourceFailure } from './source';
import { readStyleSheet } from './styleLanguages';

export interface StyleSheetOptions {
  /** Class names are prefixed with this and `--`; left out, the styles are the page's own. */
  scope?: string;
  /** app.json's `darkmode`; without it WeChat shows the light look on a dark system too. */
  darkmode: boolean;
}

/**
 * Compiles one WXSS file and what it imports.
 *
 * @returns CSS; undefined when there is no such file
 * @throws {SourceFailure}
 */
export async function compileStyleSheet(
  source: Source,
  file: string,
  { scope, darkmode }: StyleSheetOptions,
): Promise<string | undefined> {
  const text = await readStyleSheet(source, file);
  if (text === undefined) return undefined;
  const root = parseFile(file, text);
  await inlineImports(source, file, root, new Set([file]));
  root.walkDecls((declaration) => {
    declaration.value = rpxToViewport(declaration.value);
  });
  if (!darkmode) root.walkAtRules('media', removeDarkMode);
  root.walkRules((rule) => compileRule(rule, scope));
  return root.toString();
}

function parseFile(file: string, text: string): Root {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const { line, column, reason } = error;
    const place = line === undefined ? {} : { line, column: column ?? 1, excerpt: lineOf(text, line) };
    throw new SourceFailure([{ file, ...place, message: reason }]);
  }
}

/** Puts each imported file where its `@import` stands; a file that imports itself is left out. */
async function inlineImports(source: Source, file: string, root: Root, open: Set<string>): Promise<void> {
  const imports: AtRule[] = [];
  root.walkAtRules('import', (rule) => {
    imports.push(rule);
  });
  for (const rule of imports) {
    endImport(rule);
    const imported = await readImport(source, file, rule, open);
    if (imported === undefined) rule.remove();
    else rule.replaceWith(imported);
  }
}

/** WeChat ends an `@import` at the line's end where the semicolon is missing; CSS takes the next rule for its block. */
function endImport(rule: AtRule): void {
  const [written = '', ...selector] = rule.params.split('\n');
  if (rule.nodes === undefined) return;
  rule.after(new Rule({ selector: selector.join(' ').trim(), nodes: rule.nodes }));
  rule.params = written.trim();
}

async function readImport(
  source: Source,
  file: string,
  rule: AtRule,
  open: Set<string>,
): Promise<ChildNode[] | undefined> {
  const written = /^(?:url\()?\s*["']?([^"')]+)["']?\s*\)?$/.exec(rule.params.trim())?.[1] ?? rule.params;
  // The ending may be left out: WeChat's compiler finds the file.
  const candidates = candidatePaths(file, written).flatMap((candidate) => [candidate, `${candidate}.wxss`]);
  const path = await firstThatExists(source, candidates);
  if (path !== undefined && open.has(path)) return undefined;
  const text = path === undefined ? undefined : await readStyleSheet(source, path);
  if (path === undefined || text === undefined) {
    const { line = 1, column = 1 } = rule.source?.start ?? {};
    throw new SourceFailure([
      { file, line, column, message: `the imported file ${written} is missing`, excerpt: rule.toString() },
    ]);
  }
  const root = parseFile(path, text);
  await inlineImports(source, path, root, new Set([...open, path]));
  return root.nodes;
}

/** `@import 'weui-miniprogram/…'` may name a package, as a component's path does. */
async function firstThatExists(source: Source, paths: string[]): Promise<string | undefined> {
  for (const path of paths) if ((await readStyleSheet(source, path)) !== undefined) return path;
  return undefined;
}

function removeDarkMode(rule: AtRule): void {
  if (/prefers-color-scheme\s*:\s*dark/.test(rule.params)) rule.remove();
}

function compileRule(rule: Rule, scope: string | undefined): void {
  if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
  rule.selector = compileSelector(rule.selector, scope);
}

/** What a selector is made of; a tag is a word that no `.`, `#`, `:` or `-` stands before, nor `odd` in `:nth-child`. */
const SELECTOR_TOKENS =
  /"[^"]*"|'[^']*'|\[[^\]]*\]|:(?:nth-[a-z-]+|lang|dir)\([^)]*\)|:host\b\(?|\.(-?[A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]*)|(?<![\w:#.-])([a-z][a-z\d-]*)/g;

/**
 * Names built-in components as the document does: `view` becomes `wx-view`. With a scope, `.title:hover` becomes
 * `.card--title:hover`, and `:host` the component's own element.
 */
export function compileSelector(selector: string, scope?: string): string {
  return selector.replace(SELECTOR_TOKENS, (token, className?: string, tag?: string) => {
    if (tag !== undefined) return documentTag(tag);
    if (scope === undefined) return token;
    if (className !== undefined) return `.${scope}--${className}`;
    if (!token.startsWith(':host')) return token;
    return token.endsWith('(') ? `[wx-host="${scope}"]:is(` : `[wx-host="${scope}"]`;
  });
}
