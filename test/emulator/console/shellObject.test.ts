import * as fc from 'fast-check';
import { printShell } from '../../../scripts/emulator/console/browser/database/printShell';
import { PLAIN_JSON, parseShellObject } from '../../../scripts/emulator/console/browser/database/shellObject';

const NOW = Date.UTC(2026, 10, 23);
const parse = (text: string) => parseShellObject(text, NOW);

describe('an object as one types it into a shell', () => {
  it.each([
    ['{}', {}],
    ["{ openid: 'o1', n: -1.5e3, ok: true, none: null, }", { openid: 'o1', n: -1500, ok: true, none: null }],
    [
      '{ "a.b": 1, a.c.0: 2, $or: [{ x: 1 }, { y: 2 }] }',
      { 'a.b': 1, 'a.c.0': 2, $or: [{ x: 1 }, { y: 2 }] },
    ],
    ["{ at: { $gt: ISODate('2026-11-23') } }", { at: { $gt: { $date: '2026-11-23T00:00:00.000Z' } } }],
    ['{ at: new Date() }', { at: { $date: '2026-11-23T00:00:00.000Z' } }],
    [
      "{ n: NumberLong('2391234567890123457'), i: NumberInt(3) }",
      { n: { $numberLong: '2391234567890123457' }, i: 3 },
    ],
    ['{ n: 2391234567890123457 }', { n: { $numberLong: '2391234567890123457' } }],
    ["{ _id: ObjectId('0123456789abcdef01234567') }", { _id: { $oid: '0123456789abcdef01234567' } }],
    ['{ title: /^a[/]b\\/c/i }', { title: { $regex: '^a[/]b\\/c', $options: 'i' } }],
    ['{ a: 1, // one\n /* two */ b: 2 }', { a: 1, b: 2 }],
    ["{ 名称: '引\\'号\\n\\u4fe1' }", { 名称: "引'号\n信" }],
  ])('%s', (text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it.each([
    ['{ a: }', '第 1 行第 6 个字：这里要一个值'],
    ['{ a: hello }', '第 1 行第 6 个字：不认识 hello：字符串要加引号'],
    ["{ a: 'x }", '第 1 行第 6 个字：字符串没有结束'],
    ['{ a: 1\n  b: 2 }', '第 2 行第 3 个字：这里要 }'],
    ['{ a: 1 } x', '第 1 行第 10 个字：后面多出了东西'],
    ["{ a: ISODate('never') }", '第 1 行第 6 个字：不是日期'],
    ['{ a: Evil(1) }', '第 1 行第 6 个字：不认识 Evil(…)'],
    ['[1]', '要一个对象：{ … }'],
    ['', '第 1 行第 1 个字：这里要一个值'],
  ])('says where %s is wrong', (text, words) => {
    expect(() => parse(text)).toThrow(words);
  });

  it('is JSON where JSON is wanted', () => {
    const plain = (text: string) => parseShellObject(text, NOW, PLAIN_JSON);
    expect(plain("{ to: 'o1', at: new Date(), $date: { $date: 'x' }, n: 9007199254740993 }")).toEqual({
      to: 'o1',
      at: '2026-11-23T00:00:00.000Z',
      $date: { $date: 'x' },
      n: 9007199254740992,
    });
    expect(() => plain('{ a: /x/ }')).toThrow('第 1 行第 9 个字：这里不能有正则表达式');
  });

  it('reads __proto__ as a field like any other', () => {
    expect(Object.keys(parse('{ __proto__: { a: 1 } }'))).toEqual(['__proto__']);
  });

  it('reads back whatever it prints', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
      fc.boolean(),
      fc.constant(null),
      fc.constant({ $date: '2026-11-23T07:00:00.000Z' }),
      fc.constant({ $numberLong: '2391234567890123457' }),
    );
    const { document } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, leaf, tie('list'), tie('document')),
      list: fc.array(tie('value'), { maxLength: 4 }),
      document: fc.dictionary(
        fc.string().filter((name) => !name.startsWith('$') && name !== '__proto__'),
        tie('value'),
        {
          maxKeys: 4,
          noNullPrototype: true,
        },
      ),
    }));
    fc.assert(
      fc.property(document, (value) => {
        expect(parse(printShell(value))).toEqual(value);
      }),
    );
  });
});
