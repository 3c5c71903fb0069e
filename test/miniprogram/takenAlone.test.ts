/** What teams take from the mini-program alone, in a mini-program that has nothing else. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';
import { partsToTake, take } from './takenAlone';

// The type checker takes its time on a busy machine.
jest.setTimeout(60_000);

/** What the type checker says of a mini-program with this alone. */
function errorsIn(part: ReturnType<typeof partsToTake>[number]): string[] {
  const project = temporaryFolder();
  const miniprogram = join(project, 'miniprogram');
  take(part, miniprogram);
  mkdirSync(join(project, 'node_modules'));
  const typings = 'node_modules/miniprogram-api-typings';
  symlinkSync(join(projectRoot, typings), join(project, typings));
  const fileNames = ts.sys.readDirectory(miniprogram, ['.ts']);
  const program = ts.createProgram(fileNames, {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    ignoreDeprecations: '6.0',
    lib: ['lib.es2022.d.ts'],
    types: [join(project, typings)],
    skipLibCheck: true,
  });
  expect(fileNames).not.toEqual([]);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the README of the mini-program', () => {
  it.each(partsToTake().map((part) => [part.name, part] as const))(
    'names every file that is needed for: %s',
    (_, part) => {
      expect(errorsIn(part)).toEqual([]);
    },
  );

  it('names what there is to take', () => {
    expect(partsToTake().map(({ name }) => name)).toEqual([
      'subscribe() with typed answers',
      '<subscribe-button>',
      'what the user has set, in every shape of it',
      '<contact-button>',
      'typed calls of the functions',
    ]);
  });
});
