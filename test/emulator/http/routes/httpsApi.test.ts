import { exampleData, LI_LEI, PNG, TEMPLATES } from '../../wechat/world';
import { get, post, refused, request, SEND, stableToken, withToken, world } from './httpsApiWorld';

describe('a call of the HTTPS API', () => {
  const message = () => ({
    touser: LI_LEI,
    template_id: TEMPLATES.orderShipped.tmplId,
    data: exampleData(TEMPLATES.orderShipped),
  });

  it('is answered with status 200 and JSON, as WeChat names the type', async () => {
    world.accept(LI_LEI, TEMPLATES.orderShipped.tmplId);
    const url = await withToken(SEND);
    const reply = await request('POST', url, { payload: message() });
    expect(reply.headers['content-type']).toBe('application/json; encoding=utf-8');
    expect(reply.bytes.toString()).toMatch(/^\{"errcode":0,"errmsg":"ok","msgid":\d{19}\}$/);
    expect(await post(url, message())).toMatchObject(refused(43101, 'user refuse to accept the msg'));
  });

  it.each([
    ['no body', undefined, 44002],
    ['half a body', '{"touser":', 47001],
    ['a list', '[]', 47001],
    ['a text', '"text"', 47001],
    ['JSON that is nested 200 deep', `{"data":${'['.repeat(200)}${']'.repeat(200)}}`, 47001],
  ])('with %s is answered', async (_, payload, errcode) => {
    expect(await post(await withToken(SEND), payload)).toMatchObject({ errcode });
  });

  it('reads JSON whatever the content type says', async () => {
    const url = await withToken(SEND);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream']) {
      const reply = await request('POST', url, {
        payload: JSON.stringify({ touser: 'nobody' }),
        headers: { 'content-type': type },
      });
      expect(reply.json().errcode).toBe(40003);
    }
  });

  it('takes no harm from names of built-in properties', async () => {
    const payload = '{"__proto__":{"touser":"x"},"constructor":1,"data":{"__proto__":{"value":"x"}}}';
    expect(await post(await withToken(SEND), payload)).toMatchObject({ errcode: 40003 });
  });

  it('of the wrong method is answered 43001 or 43002, of an unknown address 40066', async () => {
    expect(await get(await withToken(SEND))).toMatchObject(refused(43002, 'require POST method'));
    expect(await post('/wxaapi/newtmpl/gettemplate', {})).toMatchObject(refused(43001, 'require GET method'));
    expect(await get('/cgi-bin/wxa/getwxacode')).toMatchObject(refused(40066, 'invalid url'));
    expect(await post('/wxaapi/newtmpl/', {})).toMatchObject({ errcode: 40066 });
  });

  it('is recorded with the beginning of a long request alone', async () => {
    await post(await withToken(SEND), { ...message(), data: 'x'.repeat(100_000) });
    const [sent] = world.journal.calls(1);

    expect(String(sent?.request)).toMatch(/^.{65536}… \(\d+ characters\)$/s);
  });

  it('is recorded with what was sent, though WeChat refused it before reading that', async () => {
    await post(`${SEND}?access_token=made-up`, message());
    await post(`${SEND}?access_token=made-up`, '{"touser":');

    expect(world.journal.calls(2).map(({ request }) => request)).toEqual([{}, message()]);
  });

  it('is recorded without its secrets', async () => {
    await post(await withToken(SEND), message());
    await stableToken();
    const [stable, sent, token] = world.journal.calls(3);
    expect(sent).toMatchObject({
      kind: 'https',
      name: SEND,
      request: message(),
      response: { errcode: 43101 },
    });
    expect(token?.response).toEqual({ expires_in: 7200 });
    for (const call of [stable, sent, token]) {
      expect(JSON.stringify(call)).not.toMatch(/secret|access_token|0123456789abcdef/);
    }
  });
});

describe('media', () => {
  const upload = async (bytes: Buffer, query = 'type=image', field = 'media') => {
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'a.png');
    const encoded = new Response(form);
    return request('POST', await withToken(`/cgi-bin/media/upload?${query}`), {
      payload: Buffer.from(await encoded.arrayBuffer()),
      headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    });
  };

  it('is uploaded as a form and comes back with its bytes, its type and a name', async () => {
    const uploaded = await upload(PNG);
    expect(uploaded.headers['content-type']).toBe('text/plain');
    const { media_id, ...others } = uploaded.json();
    expect(others).toEqual({ errcode: 0, errmsg: 'ok', type: 'image', created_at: world.clock.now() / 1000 });
    const downloaded = await request('GET', await withToken(`/cgi-bin/media/get?media_id=${media_id}`));
    expect(downloaded.bytes).toEqual(PNG);
    expect(downloaded.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="${media_id}.png"`,
    });
  });

  it('is refused as it is in a cloud call', async () => {
    expect((await upload(PNG, 'type=voice')).json()).toMatchObject({ errcode: 40004 });
    expect((await upload(Buffer.from('text'))).json()).toMatchObject({ errcode: 40004 });
    expect((await upload(PNG, 'type=image', 'file')).json()).toMatchObject({ errcode: 41005 });
    expect(await get(await withToken('/cgi-bin/media/get?media_id=x'))).toMatchObject({ errcode: 40007 });
  });
});

describe('a form that cannot be read', () => {
  it.each([
    ['has no boundary', 'multipart/form-data', 'x'],
    ['is none', 'multipart/form-data; boundary=a', 'x'],
    [
      'breaks off',
      'multipart/form-data; boundary=a',
      '--a\r\nContent-Disposition: form-data; name="media"; filename="a.png"\r\n\r\nabc',
    ],
  ])('and %s is answered 41005', async (_, type, payload) => {
    const url = await withToken('/cgi-bin/media/upload?type=image');
    const reply = await request('POST', url, { payload, headers: { 'content-type': type } });
    expect(reply.json()).toMatchObject(refused(41005, 'media data missing'));
  });
});

describe('a form where JSON is due', () => {
  it('is no JSON: 47001', async () => {
    const form = new FormData();
    form.append('touser', LI_LEI);
    const multipart = new Response(form);
    const reply = await request('POST', await withToken(SEND), {
      payload: Buffer.from(await multipart.arrayBuffer()),
      headers: { 'content-type': multipart.headers.get('content-type') ?? '' },
    });
    expect(reply.json()).toMatchObject(refused(47001, 'data format error'));
  });
});

describe('the typing state', () => {
  it.each(['/cgi-bin/message/custom/typing', '/cgi-bin/message/custom/business/typing'])(
    'is set at %s',
    async (path) => {
      world.wechat.chat.say(LI_LEI, { msgtype: 'text', content: '在吗' });
      expect(await post(await withToken(path), { touser: LI_LEI, command: 'Typing' })).toMatchObject({
        errcode: 0,
      });
      expect(world.wechat.chat.read(LI_LEI).typingEndsAt).toBe(world.clock.now() + 15_000);
    },
  );
});

describe('template management', () => {
  it('goes from categories to titles to keywords to a template, and back', async () => {
    const category = (
      (await get(await withToken('/wxaapi/newtmpl/getcategory')))['data'] as { id: number }[]
    )[1];
    const titles = await get(
      await withToken(`/wxaapi/newtmpl/getpubtemplatetitles?ids=${category?.id}&start=0&limit=1`),
    );
    const { tid } = (titles['data'] as { tid: number }[])[0] ?? { tid: 0 };
    const keywords = await get(await withToken(`/wxaapi/newtmpl/getpubtemplatekeywords?tid=${tid}`));
    const kidList = (keywords['data'] as { kid: number }[]).map(({ kid }) => kid).slice(0, 2);
    const { priTmplId } = await post(await withToken('/wxaapi/newtmpl/addtemplate'), {
      tid: String(tid),
      kidList,
      sceneDesc: '测试数据',
    });
    expect(world.wechat.templates.list()).toHaveLength(5);
    expect(await post(await withToken('/wxaapi/newtmpl/deltemplate'), { priTmplId })).toEqual({
      errcode: 0,
      errmsg: 'ok',
    });
    expect(world.wechat.templates.list()).toHaveLength(4);
  });
});
