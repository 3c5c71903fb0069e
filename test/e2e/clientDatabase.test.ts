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

  it('is refused where the collection is 仅管理端可读写, as the README says to set it', async () => {
    await emulator.request('POST', '/emulator/database', { name: 'xinshi_operators' });
    await permit('xinshi_operators', 'ADMINONLY');

    const written = await add(user, 'xinshi_operators', { openid: user });

    expect(written).toMatchObject({ status: 403, body: { error: { errCode: -502003 } } });
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
