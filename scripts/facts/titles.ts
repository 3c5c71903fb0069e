/** Finds the titles of tests in a test file, as they are written in its source. */
import ts from 'typescript';

/** Names of Jest's that begin a test or a block of tests that runs. */
const TESTS = new Set(['it', 'it.each', 'test', 'test.each']);
const BLOCKS = new Set(['describe', 'describe.each']);
/** `it.skip`, `xit`, `describe.only` and the like: nothing in them counts as a test that runs. */
const OTHERS = /^x?(it|test|describe)(\.\w+)*$/;

/**
 * @param source of a test file, in TypeScript
 * @returns the path of each test that runs: the titles of its describe blocks, then its own. Templates stay as they
 *   are written: `%j` in an `it.each`, `${key}` in a template literal
 */
export function titlesOf(source: string): string[][] {
  const file = ts.createSourceFile('test.ts', source, ts.ScriptTarget.Latest);
  const found: string[][] = [];

  function visit(node: ts.Node, blocks: string[]): void {
    const name = ts.isCallExpression(node) ? calledName(node, file) : '';
    const isTest = TESTS.has(name);
    if (!isTest && !BLOCKS.has(name) && OTHERS.test(name)) return;
    const title = ts.isCallExpression(node) && name !== '' ? titleOf(node, file) : undefined;
    const path = title === undefined ? blocks : [...blocks, title];
    if (isTest && title !== undefined) found.push(path);
    if (!isTest) ts.forEachChild(node, (child) => visit(child, path));
  }

  visit(file, []);
  return found;
}

/** `it` of `it('…')`, and `it.each` of `it.each(rows)('…')`; empty for what is none of Jest's. */
function calledName({ expression }: ts.CallExpression, file: ts.SourceFile): string {
  const name = (ts.isCallExpression(expression) ? expression.expression : expression).getText(file);
  return OTHERS.test(name) ? name : '';
}

function titleOf({ arguments: [title] }: ts.CallExpression, file: ts.SourceFile): string | undefined {
  if (title === undefined) return undefined;
  if (ts.isStringLiteral(title)) return title.text;
  const isTemplate = ts.isTemplateExpression(title) || ts.isNoSubstitutionTemplateLiteral(title);
  return isTemplate ? title.getText(file).slice(1, -1) : undefined;
}
