import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFacts } from '../../scripts/facts/facts';
import { titlesOf } from '../../scripts/facts/titles';
import { unprovenFacts } from '../../scripts/facts/unproven';
import { projectRoot } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';

const documented = () => parseFacts(readFileSync(join(projectRoot, 'docs/facts.md'), 'utf8'));

/** A table of one section. */
const table = (...rows: string[]) =>
  ['## 1. Tokens', '| Fact | Source | Test |', '| --- | --- | --- |', ...rows].join('\n');

describe('docs/facts.md', () => {
  it('has no fact without a test', () => {
    expect(unprovenFacts(documented(), join(projectRoot, 'test'))).toEqual([]);
  });

  it('covers every section', () => {
    const sections = new Set(documented().map(({ section }) => section));
    expect([...sections].map((section) => section[0]).join('')).toBe('12345678');
  });

  it('names a public page, or the library that was read, as each source', () => {
    const markdown = readFileSync(join(projectRoot, 'docs/facts.md'), 'utf8');
    const named = (source: string) => /\[([^\]]+)\]$/.exec(source)?.[1];
    const without = documented().filter(({ source }) => {
      if (source === 'read in wx-server-sdk 4.0.2' || /^<https:\/\/.+>$/.test(source)) return false;
      return !markdown.includes(`\n[${named(source)}]: https://`);
    });
    expect(without).toEqual([]);
  });
});

describe('npm run facts', () => {
  it('says how many facts there are, each with a test', () => {
    const cli = join(projectRoot, 'scripts/facts/cli.ts');
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', cli], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `${documented().length} facts, each with a test\n`,
    });
  });
});

describe('parseFacts', () => {
  it('reads the fact, the source and the tests of a row', () => {
    const row = '| a \\| b | [page] | `a.test.ts` › holds<br>`b.test.ts` › a block › holds \\| too |';
    expect(parseFacts(table(row))).toEqual([
      {
        section: '1. Tokens',
        fact: 'a | b',
        source: '[page]',
        tests: [
          { file: 'a.test.ts', path: ['holds'] },
          { file: 'b.test.ts', path: ['a block', 'holds | too'] },
        ],
        line: 4,
      },
    ]);
  });

  it('leaves out what is not carried yet', () => {
    expect(parseFacts('## Not carried yet\n| Fact | Source | Reason |\n| a | b | nobody asked |')).toEqual(
      [],
    );
  });

  it.each([
    ['two columns', '| a | b |', 'line 4: a fact has three columns'],
    ['no source', '| a |  | `a.test.ts` › holds |', 'line 4: a fact has three columns'],
    ['a test without a title', '| a | b | `a.test.ts` |', 'line 4: a test is written'],
    ['a test without its file', '| a | b | holds |', 'line 4: a test is written'],
  ])('refuses a row with %s, naming its line', (_what, row, message) => {
    expect(() => parseFacts(table(row))).toThrow(message);
  });
});

describe('titlesOf', () => {
  it('finds tests with the blocks that they are in, as they are written', () => {
    const source = `
      describe('block', () => {
        it('plain', () => {});
        describe("inner", () => { it.each([1])('row %i', () => {}); });
        describe.each([1])('row %i', () => { it('of a block', () => {}); });
        for (const key of ['a']) it.each<number>([1])(\`\${key} of %j\`, () => {});
      });
      test(\`outside\`, () => {});`;
    expect(titlesOf(source)).toEqual([
      ['block', 'plain'],
      ['block', 'inner', 'row %i'],
      ['block', 'row %i', 'of a block'],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a title as the source has it
      ['block', '${key} of %j'],
      ['outside'],
    ]);
  });

  it('finds nothing in comments, in texts and in tests that do not run', () => {
    const source = `
      // it('in a comment', () => {});
      const text = "it('in a text', () => {})";
      it.skip('skipped', () => {});
      xit('crossed out', () => {});
      it.todo('to do');
      describe.skip('a block', () => { it('inside', () => {}); });`;
    expect(titlesOf(source)).toEqual([]);
  });
});

describe('unprovenFacts', () => {
  const tests = temporaryFolder({
    'a.test.ts': `
      describe('one', () => { it('holds', () => {}); it('twice', () => {}); });
      describe('two', () => { it('twice', () => {}); });`,
  });
  const whys = (test: string) =>
    unprovenFacts(parseFacts(table(`| a | b | ${test} |`)), tests).map(({ why }) => why);

  it.each(['`a.test.ts` › holds', '`a.test.ts` › one › holds', '`a.test.ts` › two › twice'])(
    'finds %s',
    (test) => expect(whys(test)).toEqual([]),
  );

  it.each([
    ['a fact that names no test', '', 'no test is named'],
    ['a file that is not there', '`b.test.ts` › holds', 'there is no test/b.test.ts'],
    ['a title that is not there', '`a.test.ts` › hold', 'test/a.test.ts has no test "hold"'],
    ['a title in another block', '`a.test.ts` › two › holds', 'test/a.test.ts has no test "two › holds"'],
    [
      'a title that several tests have',
      '`a.test.ts` › twice',
      'test/a.test.ts has 2 tests "twice": name the describe too',
    ],
    [
      'the one of two tests that is missing',
      '`a.test.ts` › holds<br>`a.test.ts` › x',
      'test/a.test.ts has no test "x"',
    ],
  ])('finds %s out', (_what, test, why) => {
    expect(whys(test)).toEqual([why]);
  });
});
