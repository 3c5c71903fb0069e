import { type Collection, type Command, type Db, type Sdk, startSdk } from './sdk';

let sdk: Sdk;
let shops: Collection;
let _: Command;
let Geo: Db['Geo'];
beforeAll(async () => {
  sdk = await startSdk();
  _ = sdk.db.command;
  Geo = sdk.db.Geo;
  await sdk.db.createCollection('shops');
  shops = sdk.db.collection('shops');
  await shops.add({
    data: [
      { _id: 'far', at: Geo.Point(113.4, 23.1) },
      { _id: 'near', at: Geo.Point(113.301, 23.1) },
      { _id: 'here', at: Geo.Point(113.3, 23.1), open: true },
      { _id: 'nowhere' },
    ],
  });
});
afterAll(() => sdk.close());

const idsOf = async (condition: unknown) => (await shops.where(condition).get()).data.map(({ _id }) => _id);

/** A square of the given half width, in degrees, around 113.3, 23.1. */
const square = (width: number) => {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ];
  const points = corners.map(([x = 0, y = 0]) => Geo.Point(113.3 + x * width, 23.1 + y * width));
  return Geo.LineString(points);
};

describe('geoNear', () => {
  const near = (options: object = {}) => ({
    at: _.geoNear({ geometry: Geo.Point(113.3, 23.1), ...options }),
  });

  it('finds the nearest first', async () => {
    await expect(idsOf(near())).resolves.toEqual(['here', 'near', 'far']);
  });

  it('keeps to distances in metres', async () => {
    await expect(idsOf(near({ maxDistance: 200 }))).resolves.toEqual(['here', 'near']);
    await expect(idsOf(near({ minDistance: 50, maxDistance: 102 }))).resolves.toEqual([]);
    await expect(idsOf(near({ minDistance: 102, maxDistance: 103 }))).resolves.toEqual(['near']);
  });

  it('gives way to orderBy, and goes with other conditions', async () => {
    expect((await shops.where(near()).orderBy('_id', 'asc').get()).data.map(({ _id }) => _id)).toEqual([
      'far',
      'here',
      'near',
    ]);
    await expect(idsOf(_.and([near(), { open: true }]))).resolves.toEqual(['here']);
  });
});

describe('geoWithin', () => {
  it('finds points in a polygon, and not in its holes', async () => {
    await expect(idsOf({ at: _.geoWithin({ geometry: Geo.Polygon([square(0.01)]) }) })).resolves.toEqual([
      'near',
      'here',
    ]);
    const ring = Geo.Polygon([square(1), square(0.01)]);
    await expect(idsOf({ at: _.geoWithin({ geometry: ring }) })).resolves.toEqual(['far']);
  });

  it('finds points in a circle, its radius in radians', async () => {
    const centerSphere = [Geo.Point(113.3, 23.1), 200 / 6_378_100];
    await expect(idsOf({ at: _.geoWithin({ centerSphere }) })).resolves.toEqual(['near', 'here']);
  });
});

describe('geoIntersects', () => {
  it('finds the areas that a point is in', async () => {
    await sdk.db.createCollection('areas');
    const areas = sdk.db.collection('areas');
    await areas.add({
      data: [
        { _id: 'small', area: Geo.Polygon([square(0.01)]) },
        { _id: 'large', area: Geo.Polygon([square(1)]) },
      ],
    });
    const found = await areas.where({ area: _.geoIntersects({ geometry: Geo.Point(113.5, 23.1) }) }).get();
    expect(found.data.map(({ _id }) => _id)).toEqual(['large']);
    const within = areas.where({ area: _.geoWithin({ geometry: Geo.Polygon([square(2)]) }) }).get();
    await expect(within).rejects.toMatchObject({
      errCode: -502002,
      errMsg: expect.stringContaining('not supported by the emulator: $geoWithin on a Polygon'),
    });
  });
});

describe('aggregate().geoNear', () => {
  it('writes the distance, the nearest first', async () => {
    const { list } = await shops
      .aggregate()
      .geoNear({
        near: Geo.Point(113.3, 23.1),
        distanceField: 'away',
        spherical: true,
        maxDistance: 1_000,
        query: { _id: _.neq('x') },
      })
      .project({ away: 1 })
      .end();
    expect(list).toEqual([
      { _id: 'here', away: 0 },
      { _id: 'near', away: expect.closeTo(102.4, 0) },
    ]);
  });
});
