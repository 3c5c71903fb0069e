import { _, beginWithEmptyCollection, collection as items, sdk } from './emptyCollection';
import type { Fields } from './sdk';

beginWithEmptyCollection('items');

const ITEMS = [
  { _id: 'a', n: 1, tags: ['red'], size: { w: 1, h: 2 }, at: new Date(1_000) },
  { _id: 'b', n: 2, tags: ['red', 'blue'], size: { w: 2, h: 2 }, name: 'Bob' },
  {
    _id: 'c',
    n: 3,
    tags: [],
    lines: [
      { sku: 'x', count: 1 },
      { sku: 'y', count: 5 },
    ],
  },
  { _id: 'd', n: 4, name: null, lines: [{ sku: 'x', count: 5 }] },
];

const idsOf = async (condition: unknown) =>
  (await items.where(condition).get()).data.map(({ _id }) => _id).join('');

describe('where', () => {
  beforeEach(() => items.add({ data: ITEMS }));

  it.each<[string, () => unknown, string]>([
    ['a value', () => ({ n: 2 }), 'b'],
    ['a nested field', () => ({ size: { w: 2 } }), 'b'],
    ['a dotted path', () => ({ 'size.h': 2 }), 'ab'],
    ['a date', () => ({ at: new Date(1_000) }), 'a'],
    ['one element of an array', () => ({ tags: 'red' }), 'ab'],
    ['a whole array', () => ({ tags: ['red', 'blue'] }), 'b'],
    ['an element by its index', () => ({ 'tags.1': 'blue' }), 'b'],
    ['null: missing too', () => ({ name: null }), 'acd'],
    ['eq', () => ({ n: _.eq(2) }), 'b'],
    ['eq of an object', () => ({ size: _.eq({ w: 1, h: 2 }) }), 'a'],
    ['neq', () => ({ n: _.neq(2) }), 'acd'],
    ['gt and lte', () => ({ n: _.gt(1).and(_.lte(3)) }), 'bc'],
    ['gte', () => ({ n: _.gte(3) }), 'cd'],
    ['lt does not compare across types', () => ({ name: _.lt(5) }), ''],
    ['lt of dates', () => ({ at: _.lt(new Date(2_000)) }), 'a'],
    ['in', () => ({ n: _.in([1, 4, 9]) }), 'ad'],
    ['nin', () => ({ n: _.nin([1, 4]) }), 'bc'],
    ['and', () => _.and([{ n: _.gt(1) }, { tags: 'red' }]), 'b'],
    ['or of conditions', () => _.or([{ n: 1 }, { name: 'Bob' }]), 'ab'],
    ['or of one field', () => ({ n: _.or(_.lt(2), _.gt(3)) }), 'ad'],
    ['nor', () => _.nor([{ n: 1 }, { name: 'Bob' }]), 'cd'],
    ['not', () => ({ n: _.not(_.gt(2)) }), 'ab'],
    ['exists', () => ({ name: _.exists(true) }), 'bd'],
    ['exists false', () => ({ name: _.exists(false) }), 'ac'],
    ['mod', () => ({ n: _.mod(2, 0) }), 'bd'],
    ['all', () => ({ tags: _.all(['blue', 'red']) }), 'b'],
    ['all of a value that is no array', () => ({ n: _.all([2]) }), 'b'],
    [
      'all of a value and an elemMatch',
      () => ({ lines: _.all([_.elemMatch({ sku: 'x' }), _.elemMatch({ sku: 'y' })]) }),
      'c',
    ],
    ['size', () => ({ tags: _.size(0) }), 'c'],
    ['elemMatch: one element fits it all', () => ({ lines: _.elemMatch({ sku: 'x', count: _.gt(3) }) }), 'd'],
    ['a regular expression', () => ({ name: /^b/i }), 'b'],
    ['db.RegExp', () => ({ name: sdk.db.RegExp({ regexp: '^b', options: 'i' }) }), 'b'],
    ['$regex with another operator', () => ({ name: { $regex: 'o', $ne: 'Bob' } }), ''],
    ['expr', () => _.expr({ $gt: ['$size.h', '$size.w'] }), 'a'],
    ['_id in', () => ({ _id: _.in(['d', 'a', 'd', 'zz']) }), 'ad'],
    ['_id and more', () => ({ _id: 'a', n: 2 }), ''],
    ['_id compared', () => ({ _id: _.gt('b') }), 'cd'],
    ['a field that every object inherits', () => ({ constructor: _.exists(true) }), ''],
  ])('finds by %s', async (_name, condition, expected) => {
    await expect(idsOf(condition())).resolves.toBe(expected);
  });

  it.each<[string, Fields, string]>([
    ['$where', { $where: 'while (true) {}' }, '$where'],
    ['$function', { $expr: { $function: { body: 'x', args: [], lang: 'js' } } }, '$function'],
    ['an operator that there is not', { n: { $near2: 1 } }, '$near2'],
    ['a pattern that is none', { name: { $regex: '(' } }, 'Invalid regular expression'],
  ])('refuses %s', async (_name, condition, message) => {
    await expect(items.where(condition).get()).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining(message),
    });
  });
});

describe('get', () => {
  it('gives documents in the order in which they were added', async () => {
    for (const _id of ['z', 'a', 'm']) await items.add({ data: { _id } });
    await items.doc('z').update({ data: { n: 1 } });
    expect((await items.get()).data.map(({ _id }) => _id)).toEqual(['z', 'a', 'm']);
  });

  it('gives 100 documents when no limit is given, and never more than 1,000', async () => {
    await items.add({ data: Array.from({ length: 1_100 }, (_value, n) => ({ n })) });
    expect((await items.get()).data).toHaveLength(100);
    expect((await items.limit(5_000).get()).data).toHaveLength(1_000);
    expect(
      (
        await items
          .where({ n: _.gte(0) })
          .limit(150)
          .get()
      ).data,
    ).toHaveLength(150);
    expect((await items.count()).total).toBe(1_100);
  });

  it('sorts by several fields, skips and limits', async () => {
    await items.add({ data: [{ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 }, { b: 0 }] });
    const page = await items
      .orderBy('a', 'desc')
      .orderBy('b', 'asc')
      .skip(1)
      .limit(2)
      .field({ _id: false })
      .get();
    expect(page.data).toEqual([
      { a: 1, b: 1 },
      { a: 1, b: 2 },
    ]);
  });

  it('sorts arrays by their least element, or downwards by their greatest', async () => {
    await items.add({ data: [{ v: [1, 9] }, { v: 5 }, { v: [] }, { v: null }] });
    const sorted = async (order: 'asc' | 'desc') =>
      (await items.orderBy('v', order).get()).data.map(({ v }) => v);
    await expect(sorted('asc')).resolves.toEqual([[], null, [1, 9], 5]);
    await expect(sorted('desc')).resolves.toEqual([[1, 9], 5, null, []]);
  });

  it('sorts numbers, then text, then dates, with missing fields first', async () => {
    await items.add({ data: [{ v: new Date(0) }, { v: 'x' }, { v: 10 }, { v: 9 }, {}] });
    const { data } = await items.orderBy('v', 'asc').get();
    expect(data.map(({ v }) => v)).toEqual([undefined, 9, 10, 'x', new Date(0)]);
  });
});

describe('field', () => {
  const DOCUMENT = { _id: '1', a: { b: 1, c: 2 }, list: [1, 2, 3, 4], lines: [{ n: 1 }, { n: 2 }], z: 0 };
  beforeEach(() => items.add({ data: DOCUMENT }));

  it.each<[string, () => Fields, Fields]>([
    ['includes', () => ({ 'a.b': true, z: true }), { _id: '1', a: { b: 1 }, z: 0 }],
    ['excludes', () => ({ a: false, list: false, lines: false }), { _id: '1', z: 0 }],
    ['leaves out the id', () => ({ _id: false, z: true }), { z: 0 }],
    ['slices beside fields', () => ({ z: true, list: _.project.slice(2) }), { _id: '1', z: 0, list: [1, 2] }],
    ['slices and keeps the rest', () => ({ list: _.project.slice(-1) }), { ...DOCUMENT, list: [4] }],
    ['slices a part', () => ({ list: _.project.slice([1, 2]) }), { ...DOCUMENT, list: [2, 3] }],
    [
      'takes the first element that fits',
      () => ({ lines: _.project.elemMatch({ n: 2 }) }),
      { _id: '1', lines: [{ n: 2 }] },
    ],
  ])('%s', async (_name, projection, expected) => {
    expect((await items.field(projection()).get()).data).toEqual([expected]);
  });
});

describe('count', () => {
  it('counts what fits', async () => {
    await items.add({ data: ITEMS });
    expect((await items.where({ tags: 'red' }).count()).total).toBe(2);
  });
});
