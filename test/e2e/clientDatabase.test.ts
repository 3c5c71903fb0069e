/** What a user can do to the functions' collections from his mini-program, by `wx.cloud.database()`. */
import type { CollectionSummary } from '../../scripts/emulator/contract';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

const OPERATOR = newUser();
const emulator = runEmulator({ functions: builtProject({ operator: OPERATOR }) });

let user: string;
beforeEach(() => {
  user = newUser();
});

const ask = (openid: string, action: string, parameters: object) =>
  emulator.request<{ error?: { code: string; errCode?: number }; data?: unknown }>(
    'POST',
    `/emulator/users/${openid}/database`,
    { action: `database.${action}`, parameters },
  );
const add = (openid: string, collectionName: string, document: object) =>
  ask(openid, 'insertDocument', { collectionName, data: [JSON.stringify(document)] });
const permit = (collection: string, permission: string) =>
  emulator.send('PUT', `/emulator/database/${collection}/permission`, { permission });
const isOperator = async (openid: string) =>
  (await emulator.call<{ data: { operator: boolean } }>(openid, 'whoAmI')).data.operator;

describe('a user who writes himself into xinshi_operators', () => {
  it('gains nothing: what he wrote is marked as his, and the functions do not see it', async () => {
    expect(await isOperator(OPERATOR)).toBe(true);
    const { body } = await emulator.request<CollectionSummary[]>('GET', '/emulator/database');
    if (!body.some(({ name }) => name === 'xinshi_operators')) {
      await emulator.send('POST', '/emulator/database', { name: 'xinshi_operators' });
    }
    for (const permission of ['PRIVATE', 'READONLY']) {
      await permit('xinshi_operators', permission);
      const written = await add(user, 'xinshi_operators', { openid: user, permission });
      expect(written.status).toBe(200);
      await add(user, 'xinshi_operators', { _id: user, openid: user });

      expect(await isOperator(user)).toBe(false);
    }
    // The same, written by hand in the console, makes an operator.
    const other = newUser();
    const document = { _id: other, openid: other };
    await emulator.send('POST', '/emulator/database/xinshi_operators/documents', { document });
    expect(await isOperator(other)).toBe(true);
  });

  it('is refused where the collection is 仅管理端可读写, which functions read all the same', async () => {
    await emulator.request('POST', '/emulator/database', { name: 'xinshi_operators' });
    await permit('xinshi_operators', 'ADMINONLY');

    const written = await add(user, 'xinshi_operators', { openid: user });

    expect(written).toMatchObject({ status: 403, body: { error: { errCode: -502003 } } });
    const document = { _id: user, openid: user };
    await emulator.send('POST', '/emulator/database/xinshi_operators/documents', { document });
    expect(await isOperator(user)).toBe(true);
  });
});

describe('another user’s document', () => {
  const OTHERS = { _id: 'hers', text: 'secret', of: 'hers' };
  let hers: string;
  beforeEach(async () => {
    await emulator.reset();
    hers = newUser();
    for (const name of ['letters', 'closed']) await emulator.send('POST', '/emulator/database', { name });
    for (const name of ['letters', 'closed']) await add(hers, name, OTHERS);
    await permit('closed', 'ADMINONLY');
    await add(user, 'letters', { _id: 'his', of: 'hers' });
  });
  const aggregate = (...stages: [stageKey: string, stage: object | string][]) =>
    ask(user, 'aggregateDocuments', {
      collectionName: 'letters',
      stages: stages.map(([stageKey, stage]) => ({ stageKey, stageValue: JSON.stringify(stage) })),
    });
  const modify = (query: object, data: object, how: object = {}) =>
    ask(user, 'modifyDocument', {
      collectionName: 'letters',
      query: JSON.stringify(query),
      data: JSON.stringify(data),
      ...{ multi: true, merge: true, upsert: false, ...how },
    });

  const join = { localField: 'of', foreignField: '_id', as: 'found' };
  const graph = { startWith: '$of', connectFromField: 'of', connectToField: '_id', as: 'found' };
  it.each<[string, (from: string) => [string, object]]>([
    ['lookup', (from) => ['$lookup', { from, ...join }]],
    ['lookup with a pipeline', (from) => ['$lookup', { from, pipeline: [{ $match: {} }], as: 'found' }]],
    ['unionWith', (coll) => ['$unionWith', { coll }]],
    ['graphLookup', (from) => ['$graphLookup', { from, ...graph }]],
    [
      'lookup in a lookup',
      (from) => ['$lookup', { from: 'letters', pipeline: [{ $lookup: { from, ...join } }], as: 'found' }],
    ],
    ['facet', (from) => ['$facet', { found: [{ $lookup: { from, ...join } }] }]],
  ])('is not seen by %s', async (_stage, stageOn) => {
    const own = await aggregate(stageOn('letters'));
    expect(own.status).toBe(200);
    expect(JSON.stringify(own.body)).toContain('his');
    expect(JSON.stringify(own.body)).not.toContain('secret');
    expect(await aggregate(stageOn('closed'))).toMatchObject({
      status: 403,
      body: { error: { errCode: -502003 } },
    });
  });

  it.each([
    ['its id', { _id: 'hers' }],
    ['its owner', { _openid: { $ne: null } }],
    ['an expression', { $expr: { $eq: ['$text', 'secret'] } }],
    ['one of two', { $or: [{ _id: 'hers' }, { _openid: { $exists: true } }] }],
  ])('is not found, counted, changed or removed by %s', async (_what, condition) => {
    const query = JSON.stringify(condition);
    for (const action of ['getDocument', 'calculateDocument', 'removeDocument']) {
      const { body } = await ask(user, action, { collectionName: 'letters', query, multi: true });
      expect(JSON.stringify(body)).not.toMatch(/secret|:2/);
    }
    await modify(condition, { $set: { text: 'changed' } });

    const hersNow = await ask(hers, 'getDocument', { collectionName: 'letters' });
    expect(JSON.stringify(hersNow.body)).toContain('secret');
  });

  it('is not written over, and his own is never handed to another', async () => {
    const written = await modify({ _id: 'hers' }, { text: 'mine' }, { merge: false, upsert: true });
    expect(written.body.error).toMatchObject({ errCode: -502001 });
    const attempts = [
      { $set: { _openid: hers } },
      { $set: { '_openid.a': 1 } },
      { $unset: { _openid: '' } },
      { $rename: { _openid: 'owner' } },
      { $rename: { of: '_openid' } },
      { $rename: { of: '_openid.a' } },
      { $inc: { _openid: 1 } },
    ];
    for (const attempt of attempts) {
      expect((await modify({ _id: 'his' }, attempt)).body.error).toMatchObject({ errCode: -501007 });
    }
    const { body } = await ask(user, 'getDocument', { collectionName: 'letters' });
    expect(JSON.stringify(body)).toContain(user);
  });
});

describe('a request that a mini-program’s SDK does not send', () => {
  const refused = async (body: object) =>
    (await emulator.request<{ error: object }>('POST', `/emulator/users/${user}/database`, body)).body.error;

  it('is refused: collections and transactions are the functions’', async () => {
    for (const action of ['addCollection', 'startTransaction', 'modifyAndReturnDoc', 'toString']) {
      const error = await refused({ action: `database.${action}`, parameters: { collectionName: 'mine' } });
      expect(error).toMatchObject({ code: 'INVALID_REQUEST', message: expect.stringContaining('action') });
    }
    expect((await add(user, 'mine', {})).body.error).toMatchObject({ errCode: -502005 });
  });

  it('is refused: too deep, too large, not Extended JSON, or of nobody', async () => {
    await emulator.request('POST', '/emulator/database', { name: 'notes' });
    const deep = `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`;
    const query = (text: string) => ask(user, 'getDocument', { collectionName: 'notes', query: text });
    expect(await query(deep)).toMatchObject({ status: 400, body: { error: { code: 'INVALID_PARAM' } } });
    expect(await query('{')).toMatchObject({ status: 400, body: { error: { errCode: -501007 } } });
    const large = await add(user, 'notes', { text: 'x'.repeat(3 * 1024 * 1024) });
    expect(large).toMatchObject({ status: 413, body: { error: { code: 'BODY_TOO_LARGE' } } });
    expect((await ask('nobody at all', 'getDocument', { collectionName: 'notes' })).status).toBe(400);
  });

  it('says that there are no custom security rules', async () => {
    await emulator.request('POST', '/emulator/database', { name: 'ruled' });
    const { status, body } = await emulator.request<{ error: { message: string } }>(
      'PUT',
      '/emulator/database/ruled/permission',
      { permission: 'CUSTOM' },
    );
    expect(status).toBe(400);
    expect(body.error.message).toContain('安全规则');
  });
});
