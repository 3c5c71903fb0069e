import { _, beginWithEmptyCollection, collection as items, sdk } from './emptyCollection';
import type { Fields } from './sdk';

beginWithEmptyCollection('items');

/** The document after the update, without its id. */
async function updated(document: Fields, data: Fields): Promise<Fields> {
  await items.doc('1').set({ data: document });
  await items.doc('1').update({ data });
  const { _id, ...rest } = (await items.doc('1').get()).data;
  return rest;
}

describe('update', () => {
  it.each<[string, Fields, () => Fields, Fields]>([
    ['merges nested fields', { a: { b: 1, c: 2 } }, () => ({ a: { b: 9 } }), { a: { b: 9, c: 2 } }],
    [
      'set puts an object in place of another',
      { a: { b: 1 } },
      () => ({ a: _.set({ c: 2 }) }),
      { a: { c: 2 } },
    ],
    ['sets one element', { list: [1, 2] }, () => ({ 'list.1': 9 }), { list: [1, 9] }],
    ['fills an array up to the index', { list: [1] }, () => ({ 'list.3': 9 }), { list: [1, null, null, 9] }],
    ['remove', { a: 1, b: { c: 1 } }, () => ({ a: _.remove(), b: { c: _.remove() } }), { b: {} }],
    ['inc', { n: 1 }, () => ({ n: _.inc(-3) }), { n: -2 }],
    ['inc of a missing field', {}, () => ({ 'a.n': _.inc(2) }), { a: { n: 2 } }],
    ['mul', { n: 3 }, () => ({ n: _.mul(4), m: _.mul(4) }), { n: 12, m: 0 }],
    ['min and max', { a: 5, b: 5 }, () => ({ a: _.min(3), b: _.max(3), c: _.max(1) }), { a: 3, b: 5, c: 1 }],
    ['max of dates', { at: new Date(1) }, () => ({ at: _.max(new Date(2)) }), { at: new Date(2) }],
    ['bit', { n: 5 }, () => ({ n: _.bit({ xor: 1 }) }), { n: 4 }],
    ['rename', { a: 1 }, () => ({ a: _.rename('b.c') }), { b: { c: 1 } }],
    ['push', { list: [1] }, () => ({ list: _.push([2, 3]) }), { list: [1, 2, 3] }],
    [
      'push onto a missing field, sorted and cut',
      {},
      () => ({ list: _.push({ each: [3, 1, 2], sort: 1, slice: 2 }) }),
      { list: [1, 2] },
    ],
    [
      'push at a position',
      { list: [1, 2] },
      () => ({ list: _.push({ each: [9], position: 1 }) }),
      { list: [1, 9, 2] },
    ],
    [
      'push, keeping the last',
      { list: [1, 2] },
      () => ({ list: _.push({ each: [3], slice: -2 }) }),
      { list: [2, 3] },
    ],
    [
      'push sorted by two fields',
      { list: [{ a: 1, b: 2 }] },
      () => ({
        list: _.push({
          each: [
            { a: 1, b: 1 },
            { a: 0, b: 5 },
          ],
          sort: { a: -1, b: 1 },
        }),
      }),
      {
        list: [
          { a: 1, b: 1 },
          { a: 1, b: 2 },
          { a: 0, b: 5 },
        ],
      },
    ],
    ['unshift', { list: [1] }, () => ({ list: _.unshift([8, 9]) }), { list: [8, 9, 1] }],
    [
      'pop and shift',
      { a: [1, 2, 3], b: [1, 2, 3] },
      () => ({ a: _.pop(), b: _.shift() }),
      { a: [1, 2], b: [2, 3] },
    ],
    [
      'addToSet',
      { a: [1, 1], b: [{ x: 1 }] },
      () => ({ a: _.addToSet(2), b: _.addToSet({ x: 1 }) }),
      { a: [1, 1, 2], b: [{ x: 1 }] },
    ],
    ['addToSet of several', { a: [1] }, () => ({ a: _.addToSet({ $each: [1, 2] }) }), { a: [1, 2] }],
    ['pull of a value', { a: [1, 2, 1] }, () => ({ a: _.pull(1) }), { a: [2] }],
    ['pull by a comparison', { a: [1, 5, 9] }, () => ({ a: _.pull(_.gt(4)) }), { a: [1] }],
    ['pull by fields', { a: [{ x: 1, y: 1 }, { x: 2 }] }, () => ({ a: _.pull({ x: 1 }) }), { a: [{ x: 2 }] }],
    [
      'pull by fields compared',
      { a: [{ x: 1 }, { x: 7 }] },
      () => ({ a: _.pull({ x: _.gte(7) }) }),
      { a: [{ x: 1 }] },
    ],
    ['pullAll', { a: [1, 2, 3, 1] }, () => ({ a: _.pullAll([1, 3]) }), { a: [2] }],
    [
      'a field that every object inherits',
      {},
      () => ({ constructor: { name: 1 } }),
      { constructor: { name: 1 } },
    ],
  ])('%s', async (_name, document, data, expected) => {
    await expect(updated({ ...document, keep: true }, data())).resolves.toEqual({ ...expected, keep: true });
  });

  it.each<[string, Fields, () => Fields, string]>([
    ['inc of text', { a: 'x' }, () => ({ a: _.inc(1) }), 'Cannot apply $inc to a value of non-numeric type'],
    ['inc by text', { a: 1 }, () => ({ a: _.inc('1') }), 'Cannot apply $inc with non-numeric argument'],
    ['push onto a number', { a: 1 }, () => ({ a: _.push([1]) }), 'Cannot apply $push to a non-array value'],
    [
      'a path through null',
      { a: null },
      () => ({ a: { b: 1 } }),
      "Cannot create field 'b' in element {a: null}",
    ],
    ['a path through text', { a: 'x' }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element"],
    ['a field of an array', { a: [1] }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element"],
    [
      'two changes in each other’s way',
      { a: 1 },
      () => ({ 'a.b': 1, a: _.set(1) }),
      'would create a conflict',
    ],
    ['an index far beyond the end', { a: [] }, () => ({ 'a.99999999': 1 }), "can't backfill"],
    ['a path of __proto__', { a: 1 }, () => ({ '__proto__.x': 1 }), '__proto__'],
    ['an operator as a value', { a: 1 }, () => ({ a: _.set({ $x: 1 }) }), 'dollar ($) prefixed field'],
    ['an array filter', { a: [1] }, () => ({ 'a.$[x]': 1 }), 'array filters'],
  ])('refuses %s and changes nothing', async (_name, document, data, message) => {
    await expect(updated(document, { ok: 1, ...data() })).rejects.toMatchObject({
      errMsg: expect.stringContaining(message),
    });
    expect((await items.doc('1').get()).data).toEqual({ _id: '1', ...document });
  });

  it('counts documents that differ', async () => {
    await items.add({ data: [{ a: 1 }, { a: 2 }, { a: 3 }] });
    const update = (data: Fields) => items.where({ a: _.gt(1) }).update({ data });
    await expect(update({ b: 1 })).resolves.toMatchObject({ stats: { updated: 2 } });
    await expect(update({ b: 1 })).resolves.toMatchObject({ stats: { updated: 0 } });
  });

  it('changes nothing when there is no such document', async () => {
    await expect(items.doc('nobody').update({ data: { a: 1 } })).resolves.toMatchObject({
      stats: { updated: 0 },
    });
    expect((await items.count()).total).toBe(0);
  });

  it('changes the first only with multi: false', async () => {
    await items.add({ data: [{ a: 1 }, { a: 1 }] });
    await items.where({ a: 1 }).update({ data: { b: 1 }, multi: false });
    expect((await items.where({ b: 1 }).count()).total).toBe(1);
  });

  it('changes the element that the condition found, with $', async () => {
    await items.doc('1').set({
      data: {
        lines: [
          { sku: 'x', n: 1 },
          { sku: 'y', n: 1 },
        ],
      },
    });
    await items.where({ _id: '1', 'lines.sku': 'y' }).update({ data: { 'lines.$.n': _.inc(1) } });
    await items.where({ lines: _.elemMatch({ sku: 'x' }) }).update({ data: { 'lines.$.seen': true } });
    expect((await items.doc('1').get()).data.lines).toEqual([
      { sku: 'x', n: 1, seen: true },
      { sku: 'y', n: 2 },
    ]);
  });

  it('changes every element with $[]', async () => {
    await expect(updated({ a: [{ n: 1 }, { n: 2 }] }, { 'a.$[].n': _.inc(1) })).resolves.toEqual({
      a: [{ n: 2 }, { n: 3 }],
    });
  });

  it("writes the server's time for serverDate", async () => {
    sdk.clock.set(Date.parse('2031-01-01T00:00:00Z'));
    const { at } = await updated({ at: null }, { at: sdk.db.serverDate({ offset: -1_000 }) });
    expect(Math.abs(Number(at) - Date.parse('2031-01-01T00:00:00Z'))).toBeLessThan(5_000);
  });

  it('loses none of 1,000 increments at once', async () => {
    await items.doc('counter').set({ data: { n: 0 } });
    const increments = Array.from({ length: 1_000 }, () =>
      items.doc('counter').update({ data: { n: _.inc(1) } }),
    );
    await Promise.all(increments);
    expect((await items.doc('counter').get()).data.n).toBe(1_000);
  });
});
