/**
 * What an older iPhone has of JavaScript's library and of CSS. WeChat translates newer syntax, and fills in what is missing with
 * a core-js of its own (its documentation: framework/runtime/js-support) that has not got everything: developers see
 * `at is not a function` on iOS before 15.4.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { miniprogramSources } from '../../scripts/project/paths';

/** The library of ECMAScript 2020, which every phone has: what came later is an error of types. */
function errorsWithLibrary(library: string): string[] {
  const file = join(miniprogramSources, 'tsconfig.json');
  const read = ts.readConfigFile(file, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(read.config, ts.sys, miniprogramSources);
  const program = ts.createProgram(fileNames, { ...options, lib: [`lib.${library}.d.ts`] });
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(miniprogramSources))
    .flatMap((source) => program.getSemanticDiagnostics(source))
    .map(({ file: source, messageText }) => {
      const where = source === undefined ? '' : relative(miniprogramSources, source.fileName);
      return `${where}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
}

// The type checker takes its time on a busy machine.
jest.setTimeout(60_000);

it('the mini-program calls nothing that is younger than ECMAScript 2020', () => {
  expect(errorsWithLibrary('es2020')).toEqual([]);
});

it('a long word breaks in a way that Safari before 15.4 knows, which has no overflow-wrap: anywhere', () => {
  const sheets = readdirSync(miniprogramSources, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.wxss') && !file.startsWith('miniprogram_npm'),
  );
  const young = sheets.filter((file) =>
    readFileSync(join(miniprogramSources, file), 'utf8').includes('overflow-wrap: anywhere'),
  );
  expect(young).toEqual([]);
});
