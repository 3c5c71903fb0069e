import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chapters, refusalOf } from '../../../../cloudfunctions/shared/errors/catalogue';
import * as frontEnd from '../../../../miniprogram/services/errorCatalogue';
import { consoleCatalogue } from '../../../../scripts/errors/console';
import { documentOf } from '../../../../scripts/errors/document';
import { explanations, subscribeFailCodes } from '../../../../scripts/errors/frontEnd';
import { emulatorSources, functionSources, projectRoot } from '../../../../scripts/project/paths';

const entries = chapters.flatMap(({ entries }) => entries);
const codes = new Set(entries.map(({ code }) => code));

/** Every code that WeChat's documentation gives for the APIs that the project calls, and CloudBase's refusals. */
const DOCUMENTED = [
  -1, 40001, 40002, 40003, 40004, 40007, 40008, 40009, 40013, 40014, 40037, 40125, 40164, 40243, 41001, 41002,
  41004, 41005, 41028, 41029, 41030, 42001, 43002, 43004, 43101, 43107, 43108, 44002, 45009, 45011, 45015,
  45047, 45072, 45080, 45081, 45103, 45109, 45168, 47001, 47003, 48001, 48004, 50002, 50004, 61024, 89503,
  200011, 200012, 200013, 200014, 200016, 200017, 200018, 200019, 200020, 200021, -501003, -604100, -604101,
  -604104,
];

describe('the catalogue of errors', () => {
  it.each(DOCUMENTED)(
    'says of %i what it means, why it comes and what to do, in both languages',
    (number) => {
      const chinese = expect.stringMatching(/\p{Script=Han}/u);
      expect(refusalOf.get(number)).toMatchObject({
        code: expect.stringMatching(/^[A-Z_]+$/),
        en: {
          meaning: expect.stringMatching(/[^.]$/),
          cause: expect.stringMatching(/\.$/),
          remedy: expect.stringMatching(/\.$/),
        },
        zh: { meaning: chinese, cause: chinese, remedy: chinese },
        retryable: expect.any(Boolean),
      });
    },
  );

  it('has each code and each number once', () => {
    expect(codes.size).toBe(entries.length);
    const numbers = entries.flatMap(({ numbers }) => numbers);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each([-501001, -501002, -601001, -604102, -604103])('does not take %i for a refusal', (number) => {
    expect(refusalOf.has(number)).toBe(false);
  });

  it.each([10001, 10002, 10003, 10004, 10005, 20001, 20002, 20003, 20004, 20005])(
    'has %i of wx.requestSubscribeMessage',
    (number) => expect(codes).toContain(subscribeFailCodes()[number]),
  );

  it('has every code that a function names', () => {
    const missing = codesNamedIn(functionSources).filter(({ code }) => !codes.has(code));
    expect(missing).toEqual([]);
  });
});

describe('npm run errors', () => {
  it('has written docs/errors.md from the catalogue as it is', () => {
    expect(readFileSync(join(projectRoot, 'docs/errors.md'), 'utf8')).toBe(documentOf(chapters));
  });

  it('has written the front end’s catalogue as it is, with what the phone can meet', () => {
    const console = join(emulatorSources, 'console/browser/timeline/errorCatalogue.json');
    expect(readFileSync(console, 'utf8')).toBe(consoleCatalogue());
    expect(frontEnd.errorCatalogue).toEqual(explanations());
    expect(frontEnd.subscribeFailCodes).toEqual(subscribeFailCodes());
    expect(frontEnd.errorCatalogue['NOT_SUBSCRIBED']).toEqual([
      '没有可用的订阅',
      '先订阅才能收到，每同意一次可收一条。',
    ]);
  });

  it('keeps what the mini-program carries under 12 KB', () => {
    const file = join(projectRoot, 'miniprogram/services/errorCatalogue.ts');
    expect(readFileSync(file).length).toBeLessThan(12 * 1024);
  });
});

/** `code: 'NOT_ALLOWED'`, in values and in types. */
function codesNamedIn(folder: string): { file: string; code: string }[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.startsWith('shared/errors/'))
    .flatMap((file) => {
      const declarations = readFileSync(join(folder, file), 'utf8').matchAll(
        /\bcode: ((?:'[A-Z][A-Z_]+'(?: \| )?)+)/g,
      );
      return [...declarations].flatMap(([, names = '']) =>
        [...names.matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => ({ file, code })),
      );
    });
}
