/** Finds the titles of tests in a test file, as they are written in its source. */
import ts from 'typescript';

/** Names that Jest gives a test that runs; `it.skip`, `it.todo` and the like run none. */
const TESTS = new Set(['it', 'it.each', 'test', 'test.each']);
const BLOCKS = new Set(['describe', 'describe.each']);

/**
 * @param source of a test file, in TypeScript
 * @returns the path of each test that runs: the titles of its describe blocks, then its own. Templates stay as they
 *   are written: `%j` in an `it.each`, `${key}` in a template literal
 */
export function titlesOf(source: string): string[][] {
  const file = ts.createSourceFile('test.ts', source, ts.ScriptTarget.Latest);
  const found: string[][] = [];

  function visit(node: ts.Node, blocks: string[]): void {
    const call = ts.isCallExpression(node) ? titledCall(node, file) : undefined;
    if (call === undefined) return ts.forEachChild(node, (child) => visit(child, blocks));
    const path = [...blocks, call.title];
    if (TESTS.has(call.name)) found.push(path);
    if (BLOCKS.has(call.name)) ts.forEachChild(node, (child) => visit(child, path));
  }

  visit(file, []);
  return found;
}

/** `it('…')` and `it.each(rows)('…')`: what is called, and its title. */
function titledCall(
  call: ts.CallExpression,
  file: ts.SourceFile,
): { name: string; title: string } | undefined {
  const [title] = call.arguments;
  if (title === undefined) return undefined;
  const called = ts.isCallExpression(call.expression) ? call.expression.expression : call.expression;
  const name = called.getText(file);
  if (!TESTS.has(name) && !BLOCKS.has(name)) return undefined;
  // The outer call of `it.each(rows)('…')` has the title, the inner one the rows.
  if (name.endsWith('.each') && called === call.expression) return undefined;
  if (ts.isStringLiteral(title)) return { name, title: title.text };
  const isTemplate = ts.isTemplateExpression(title) || ts.isNoSubstitutionTemplateLiteral(title);
  return isTemplate ? { name, title: title.getText(file).slice(1, -1) } : undefined;
}
