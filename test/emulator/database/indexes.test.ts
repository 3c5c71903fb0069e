import { type Collection, type Sdk, startSdk } from './sdk';

let sdk: Sdk;
let orders: Collection;
beforeAll(async () => {
  sdk = await startSdk();
});
afterAll(() => sdk.close());
beforeEach(async () => {
  sdk.database.reset();
  await sdk.db.createCollection('orders');
  orders = sdk.db.collection('orders');
});

const LONG = 'x'.repeat(5_000);
const ORDERS = [
  { _id: 'a', user: 'ann', lines: [{ sku: 'x' }, { sku: 'y' }], at: new Date(5) },
  { _id: 'b', user: ['ann', ['bob']], lines: [] },
  { _id: 'c', user: null, lines: [{ sku: 'y' }] },
  { _id: 'd', user: LONG },
  { _id: 'e', user: 1 },
  { _id: 'f', user: '1' },
  { _id: 'g' },
];

const CONDITIONS = () => {
  const _ = sdk.db.command;
  return [
    { user: 'ann' },
    { user: 'bob' },
    { user: _.eq('ann') },
    _.and([{ user: 'ann' }, { 'lines.sku': 'x' }]),
    { user: LONG },
    { user: 1 },
    { user: '1' },
    { user: null },
    { user: 'nobody' },
    { 'lines.sku': 'y' },
    { at: new Date(5) },
    { user: _.neq('ann') },
    { user: _.or(_.eq('ann'), _.eq(1)) },
  ];
};

const idsOf = async (condition: unknown) => (await orders.where(condition).get()).data.map(({ _id }) => _id);

describe('createIndex', () => {
  const createAll = () => {
    for (const field of ['user', 'lines.sku', 'at']) sdk.database.createIndex('orders', field);
  };

  it('changes no answer, made before or after the documents', async () => {
    await orders.add({ data: ORDERS });
    const without = await Promise.all(CONDITIONS().map(idsOf));
    createAll();
    await expect(Promise.all(CONDITIONS().map(idsOf))).resolves.toEqual(without);
    sdk.database.reset();
    await sdk.db.createCollection('orders');
    createAll();
    await orders.add({ data: ORDERS });
    await expect(Promise.all(CONDITIONS().map(idsOf))).resolves.toEqual(without);
  });

  it('follows changes and removals', async () => {
    createAll();
    await orders.add({ data: ORDERS });
    await orders.doc('a').update({ data: { user: 'eve' } });
    await orders.doc('b').remove();
    await orders.doc('e').set({ data: { user: 'ann' } });
    await expect(idsOf({ user: 'ann' })).resolves.toEqual(['e']);
    await expect(idsOf({ user: 'eve' })).resolves.toEqual(['a']);
    await orders.where({ user: 'eve' }).update({ data: { n: 1 } });
    await expect(orders.where({ user: 'eve' }).remove()).resolves.toMatchObject({ stats: { removed: 1 } });
  });

  it('follows a transaction, which sees its own writes by the same condition', async () => {
    createAll();
    await orders.add({ data: ORDERS });
    await sdk.db.runTransaction(async (transaction) => {
      const inside = transaction.collection('orders');
      await inside.doc('g').update({ data: { user: 'ann' } });
      expect((await inside.where({ user: 'ann' }).get()).data.map(({ _id }) => _id)).toEqual(['a', 'b', 'g']);
    });
    await expect(idsOf({ user: 'ann' })).resolves.toEqual(['a', 'b', 'g']);
  });

  it('fails for a collection that does not exist', () => {
    expect(() => sdk.database.createIndex('none', 'a')).toThrow('Db or Table not exist');
  });
});
