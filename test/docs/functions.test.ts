/** docs/functions: who may call is as the function declares it, and the examples compile. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { type Who, whoMayCall } from '../../cloudfunctions/shared/platform/access';
import { functionSources, projectRoot } from '../../scripts/project/paths';

const FOLDER = join(projectRoot, 'docs/functions');
const documents = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ name: file.replace(/\.md$/, ''), text: readFileSync(join(FOLDER, file), 'utf8') }));

describe.each(documents)('docs/functions/$name.md', ({ name, text }) => {
  it('is about a function that there is', () => {
    expect(existsSync(join(functionSources, name, 'index.ts'))).toBe(true);
    expect(text).toMatch(new RegExp(`^# ${name}\n`));
  });

  it('says who may call as the function declares it', () => {
    const { main } = require(join(functionSources, name, 'index')) as { main: { allow?: Who[] } };
    if (main.allow === undefined) return;
    const flowing = text.replace(/\s+/g, ' ');
    expect(flowing).toContain(`**Who may call:** ${whoMayCall(main.allow)}.`);
  });

  it('names only files that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => join(FOLDER, link));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('names only errors that the catalogue has', () => {
    const catalogue = readFileSync(join(projectRoot, 'docs/errors.md'), 'utf8');
    const named = [...text.matchAll(/`([A-Z]+(?:_[A-Z]+)+|INTERNAL)`/g)].map(([, code = '']) => code);
    const codes = named.filter((code) => !code.startsWith('XINSHI_') && !code.startsWith('OPENID'));
    expect(codes.filter((code) => !catalogue.includes(`\`${code}\``))).toEqual([]);
  });

  it('has the same chapters as the others', () => {
    const chapters = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(chapters.slice(0, 3)).toEqual(['Input', 'Output', 'Errors']);
  });
});

it('the examples compile', () => {
  const examples = new Map(
    documents.flatMap(({ name, text }) =>
      [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ''], index) => [
        join(FOLDER, `${name}.example${index + 1}.ts`),
        // Await at the top, as in a module; each a module of its own.
        `${code.replace(/^(?!import )(?=\S)/m, 'export async function example() {\n')}\n}`,
      ]),
    ),
  );
  expect(problemsOf(examples)).toEqual([]);
}, 60_000);

/** Compiles the files as the project's own, with `wx` beside Node's. */
function problemsOf(files: ReadonlyMap<string, string>): string[] {
  const config = ts.readConfigFile(join(projectRoot, 'tsconfig.json'), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, projectRoot);
  const host = ts.createCompilerHost({ ...options, noUnusedLocals: false });
  const { fileExists, readFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getCurrentDirectory = () => projectRoot;
  const program = ts.createProgram(
    [...files.keys()],
    { ...options, noEmit: true, types: ['node', 'miniprogram-api-typings'], noUnusedLocals: false },
    host,
  );
  return [...files.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText, start = 0 }) => {
        const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
        return `${file.slice(dirname(FOLDER).length + 1)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      },
    );
  });
}
