import { registerDesk } from '../../../../scripts/emulator/http/routes/desk';
import { LI_LEI, PNG } from '../../wechat/world';
import { serveWeChat } from './wechat';

let server: Awaited<ReturnType<typeof serveWeChat>>;
beforeEach(async () => {
  server = await serveWeChat(registerDesk);
  server.functionsAnswer(async () => ({ ok: true, result: { MsgType: 'transfer_customer_service' } }));
  server.wechat.chat.say(LI_LEI, { msgtype: 'text', content: '人工' });
  await server.wechat.push.idle();
});
afterEach(() => server.close());

const desk = () => server.request('GET', '/emulator/desk');
const act = (action: string, body?: object) =>
  server.request('POST', `/emulator/desk/${LI_LEI}/${action}`, body);

describe('/emulator/desk', () => {
  it('shows who waits, takes him, talks with him and closes', async () => {
    expect((await desk()).body).toMatchObject([{ openid: LI_LEI, state: 'waiting' }]);
    expect((await act('take')).body).toMatchObject({ state: 'taken' });
    expect(await act('reply', { msgtype: 'text', content: '您好' })).toMatchObject({
      status: 200,
      body: { from: 'service', by: 'agent', content: '您好' },
    });
    const image = { msgtype: 'image', data: PNG.toString('base64') };
    expect((await act('reply', image)).body).toMatchObject({ msgtype: 'image' });
    expect((await act('close')).body).toEqual([]);
    expect((await desk()).body).toEqual([]);
  });

  it('refuses to talk before the user is taken', async () => {
    expect(await act('reply', { msgtype: 'text', content: '您好' })).toMatchObject({
      status: 409,
      body: { error: { code: 'NOT_TAKEN' } },
    });
    await act('take');
    expect(await act('take')).toMatchObject({ status: 409, body: { error: { code: 'NOT_WAITING' } } });
  });

  it.each([
    [{ msgtype: 'text' }, 400],
    [{ msgtype: 'text', content: '' }, 400],
    [{ msgtype: 'link' }, 400],
    [{ msgtype: 'image', data: 'bm90IGFuIGltYWdl' }, 400],
    [undefined, 400],
  ])('refuses the reply %j', async (body, status) => {
    await act('take');
    expect(await act('reply', body)).toMatchObject({ status });
  });
});
