import { type Aggregate, type Command, type Sdk, startSdk } from '../sdk';

let sdk: Sdk;
let _: Command;
let $: Command['aggregate'];

const ORDERS = [
  { _id: 1, user: 'ann', total: 10, lines: [{ sku: 'x', n: 1 }], at: new Date('2024-01-31T10:00:00Z') },
  {
    _id: 2,
    user: 'bob',
    total: 30,
    lines: [
      { sku: 'x', n: 2 },
      { sku: 'y', n: 1 },
    ],
    at: new Date('2024-02-01T10:00:00Z'),
  },
  { _id: 3, user: 'ann', total: 20, lines: [], at: new Date('2024-02-02T10:00:00Z') },
];

beforeAll(async () => {
  sdk = await startSdk();
  _ = sdk.db.command;
  $ = _.aggregate;
  for (const name of ['orders', 'users', 'empty']) await sdk.db.createCollection(name);
  await sdk.db.collection('orders').add({ data: ORDERS });
  await sdk.db.collection('users').add({
    data: [
      { _id: 'ann', name: 'Ann' },
      { _id: 'bob', name: 'Bob' },
    ],
  });
});
afterAll(() => sdk.close());

const orders = () => sdk.db.collection('orders').aggregate();

describe('aggregate', () => {
  it.each<[string, () => Aggregate, unknown[]]>([
    [
      'match',
      () =>
        orders()
          .match({ total: _.gt(10), user: /^a/ })
          .project({ total: 1 }),
      [{ _id: 3, total: 20 }],
    ],
    [
      'group, with sums, averages and lists',
      () =>
        orders()
          .group({
            _id: '$user',
            sum: $.sum('$total'),
            mean: $.avg('$total'),
            n: $.sum(1),
            ids: $.push('$_id'),
          })
          .sort({ _id: 1 }),
      [
        { _id: 'ann', sum: 30, mean: 15, n: 2, ids: [1, 3] },
        { _id: 'bob', sum: 30, mean: 30, n: 1, ids: [2] },
      ],
    ],
    ['count', () => orders().match({ user: 'ann' }).count('orders'), [{ orders: 2 }]],
    [
      'sort, skip and limit',
      () => orders().sort({ total: -1 }).skip(1).limit(1).project({ _id: 1 }),
      [{ _id: 3 }],
    ],
    [
      'unwind',
      () => orders().unwind('$lines').project({ _id: 0, sku: '$lines.sku' }),
      [{ sku: 'x' }, { sku: 'x' }, { sku: 'y' }],
    ],
    [
      'unwind that keeps empty arrays',
      () =>
        orders()
          .unwind({ path: '$lines', preserveNullAndEmptyArrays: true })
          .match({ _id: 3 })
          .project({ _id: 1 }),
      [{ _id: 3 }],
    ],
    [
      'sortByCount',
      () => orders().sortByCount('$user'),
      [
        { _id: 'ann', count: 2 },
        { _id: 'bob', count: 1 },
      ],
    ],
    [
      'bucket, a boundary being in the bucket that it begins',
      () => orders().bucket({ groupBy: '$total', boundaries: [0, 20, 40], output: { n: $.sum(1) } }),
      [
        { _id: 0, n: 1 },
        { _id: 20, n: 2 },
      ],
    ],
    [
      'bucketAuto',
      () => orders().bucketAuto({ groupBy: '$total', buckets: 2 }),
      [
        { _id: { min: 10, max: 30 }, count: 2 },
        { _id: { min: 30, max: 30 }, count: 1 },
      ],
    ],
    [
      'addFields with conditions, text and dates',
      () =>
        orders()
          .match({ _id: 2 })
          .addFields({
            big: $.cond([$.gte(['$total', 30]), 'yes', 'no']),
            upper: $.toUpper('$user'),
            day: $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
            skus: $.map({ input: '$lines', as: 'line', in: '$$line.sku' }),
          })
          .project({ big: 1, upper: 1, day: 1, skus: 1 }),
      [{ _id: 2, big: 'yes', upper: 'BOB', day: '2024-02-01', skus: ['x', 'y'] }],
    ],
    [
      'replaceRoot',
      () =>
        orders()
          .match({ _id: 2 })
          .replaceRoot({ newRoot: { $arrayElemAt: ['$lines', 1] } }),
      [{ sku: 'y', n: 1 }],
    ],
    [
      'lookup by a field',
      () =>
        orders()
          .match({ _id: 1 })
          .lookup({ from: 'users', localField: 'user', foreignField: '_id', as: 'who' })
          .project({ who: 1 }),
      [{ _id: 1, who: [{ _id: 'ann', name: 'Ann' }] }],
    ],
    [
      'lookup by a pipeline',
      () =>
        orders()
          .match({ _id: 1 })
          .lookup({
            from: 'users',
            let: { user: '$user' },
            pipeline: $.pipeline()
              .match(_.expr({ $eq: ['$_id', '$$user'] }))
              .project({ _id: 0, name: 1 })
              .done(),
            as: 'who',
          })
          .project({ who: 1 }),
      [{ _id: 1, who: [{ name: 'Ann' }] }],
    ],
    [
      'lookup in a collection that does not exist',
      () =>
        orders()
          .match({ _id: 1 })
          .lookup({ from: 'none', localField: 'a', foreignField: 'b', as: 'c' })
          .project({ c: 1 }),
      [{ _id: 1, c: [] }],
    ],
    [
      'an empty collection',
      () =>
        sdk.db
          .collection('empty')
          .aggregate()
          .group({ _id: null, n: $.sum(1) }),
      [],
    ],
    [
      'dates as dates',
      () => orders().group({ _id: null, last: $.max('$at') }),
      [{ _id: null, last: new Date('2024-02-02T10:00:00Z') }],
    ],
  ])('%s', async (_name, pipeline, expected) => {
    expect((await pipeline().end()).list).toEqual(expected);
  });

  it('has every expression of db.command.aggregate, but for meta', async () => {
    const { pipeline: _pipeline, ...operators } = $;
    const unknown: string[] = [];
    for (const [name, operator] of Object.entries(operators)) {
      const failure = await orders()
        .project({ v: operator('$total') })
        .end()
        .catch(String);
      if (/is not registered/.test(String(failure))) unknown.push(name);
    }
    expect(unknown).toEqual(['meta']);
  });

  it('samples as many as it is told', async () => {
    expect((await orders().sample({ size: 2 }).end()).list).toHaveLength(2);
  });

  it('gives 20 documents unless a stage limits them', async () => {
    await sdk.db.createCollection('many');
    const many = sdk.db.collection('many');
    await many.add({ data: Array.from({ length: 25 }, (_each, n) => ({ n })) });

    expect((await many.aggregate().match({}).end()).list).toHaveLength(20);
    expect((await many.aggregate().limit(1_000).end()).list).toHaveLength(25);
    expect((await many.aggregate().count('n').end()).list).toEqual([{ n: 25 }]);
  });

  it('changes no document', async () => {
    await orders().addFields({ lines: null, total: 0 }).end();
    expect((await sdk.db.collection('orders').get()).data).toEqual(ORDERS);
  });

  it('fails for a collection that does not exist', async () => {
    await expect(sdk.db.collection('none').aggregate().end()).rejects.toMatchObject({
      errMsg: expect.stringContaining('Db or Table not exist'),
    });
  });

  it('refuses a limit of 0', async () => {
    await expect(orders().limit(0).end()).rejects.toMatchObject({
      errMsg: expect.stringContaining('positive'),
    });
  });
});
