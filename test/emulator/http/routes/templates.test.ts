import { registerTemplates } from '../../../../scripts/emulator/http/routes/templates';
import { LI_LEI, TEMPLATES } from '../../wechat/world';
import { serveWeChat } from './wechat';

const { orderShipped } = TEMPLATES;

let server: Awaited<ReturnType<typeof serveWeChat>>;
beforeEach(async () => {
  server = await serveWeChat(registerTemplates);
});
afterEach(() => server.close());

describe('/emulator/templates', () => {
  it('gives the templates of the seed', async () => {
    const { body } = await server.request('GET', '/emulator/templates');
    expect(body).toEqual(Object.values(TEMPLATES));
  });

  it('replaces them all and announces it', async () => {
    const { body } = await server.request('PUT', '/emulator/templates', [orderShipped]);
    expect(body).toEqual([orderShipped]);
    expect((await server.request('GET', '/emulator/templates')).body).toEqual([orderShipped]);
    expect(server.announced.at(-1)).toBe('templates');
  });

  it.each([
    ['two of the same id', [orderShipped, orderShipped], 'same tmplId'],
    ['an id of 65 characters', [{ ...orderShipped, tmplId: 'x'.repeat(65) }], '0.tmplId'],
    ['another type', [{ ...orderShipped, type: 4 }], '0.type'],
    ['no fields', [{ ...orderShipped, fields: [] }], '0.fields'],
    [
      'a key without digits',
      [{ ...orderShipped, fields: [{ key: 'thing', label: '事', example: '' }] }],
      'key',
    ],
    [
      'the same key twice',
      [{ ...orderShipped, fields: [orderShipped.fields[0], orderShipped.fields[0]] }],
      'same key',
    ],
    ['an unknown property', [{ ...orderShipped, colour: 'red' }], 'colour'],
    ['no list', { templates: [] }, 'Array'],
  ])('refuses %s and changes nothing', async (_, body, place) => {
    expect(await server.request('PUT', '/emulator/templates', body)).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_REQUEST', message: expect.stringContaining(place) } },
    });
    expect((await server.request('GET', '/emulator/templates')).body).toHaveLength(4);
  });
});

describe('what WeChat does with a template', () => {
  const put = (...templates: object[]) => server.request('PUT', '/emulator/templates', templates);
  const subscribe = (choice: 'accept' | 'acceptWithAudio', ...tmplIds: string[]) => {
    const choices = Object.fromEntries(tmplIds.map((tmplId) => [tmplId, choice]));
    return server.wechat.subscribeRequests.request(LI_LEI, tmplIds, { choices });
  };
  const { tmplId } = orderShipped;

  it('is ban once it is put as banned, and sends are answered 43101', async () => {
    subscribe('accept', tmplId);
    await put({ ...orderShipped, banned: true });
    expect(subscribe('accept', tmplId)).toMatchObject({ [tmplId]: 'ban' });
    const message = { touser: LI_LEI, template_id: tmplId, data: {} };
    expect(server.call('subscribeMessage.send', message).errcode).toBe(43101);
  });

  it('is acceptWithAudio once it is put with voice', async () => {
    await put({ ...orderShipped, voice: true });
    expect(subscribe('acceptWithAudio', tmplId)).toMatchObject({ [tmplId]: 'acceptWithAudio' });
  });

  it('is filter when another of the same title is asked for with it', async () => {
    await put(orderShipped, { ...orderShipped, tmplId: 'theSameTitle' });
    expect(subscribe('accept', tmplId, 'theSameTitle')).toMatchObject({
      [tmplId]: 'accept',
      theSameTitle: 'filter',
    });
  });
});
