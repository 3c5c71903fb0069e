import type { DeskConversation, PushRecord, PushSettings } from '../../scripts/emulator/contract';
import { createEmulator } from '../../scripts/emulator/emulator';
import { builtFunctions } from '../../scripts/project/paths';
import {
  type ReceivingServer,
  startReceivingServer,
  wellBehaved,
} from '../emulator/wechat/push/receivingServer';
import { PNG } from '../emulator/wechat/world';
import { temporaryFolder } from '../temporaryFolder';
import { newUser, runEmulator } from './runningEmulator';

const emulator = runEmulator({ functions: temporaryFolder({ 'empty/index.js': '' }) });

let server: ReceivingServer;
let user: string;
beforeEach(async () => {
  server = await startReceivingServer();
  user = newUser();
});
afterEach(() => server.close());

const PUSH = '/emulator/push';
async function pushToServer(change: Partial<PushSettings> = {}) {
  const settings = await emulator.get<PushSettings>(PUSH);
  return emulator.request<PushSettings>('PUT', PUSH, { ...settings, url: server.url, routes: [], ...change });
}
const writes = (content: string) =>
  emulator.request('POST', `/emulator/users/${user}/chat`, { msgtype: 'text', content });

describe('a server on this machine', () => {
  it('is verified when it is set, and then gets what no function takes', async () => {
    expect(await pushToServer()).toMatchObject({ status: 200, body: { url: server.url } });
    await writes('在吗');
    await emulator.settled();

    expect(server.received.map(({ method }) => method)).toEqual(['GET', 'POST']);
    const [record] = await emulator.get<PushRecord[]>('/emulator/pushes?limit=1');
    expect(record).toMatchObject({
      url: server.url,
      attempts: [{ sent: { body: server.pushes()[0]?.body }, response: 'success' }],
    });
  });

  it('is refused when it does not answer with echostr', async () => {
    server.answers(() => ({ body: 'hello' }));

    expect(await pushToServer()).toMatchObject({
      status: 400,
      body: { error: { code: 'URL_NOT_VERIFIED', message: expect.stringContaining('"hello"') } },
    });
  });

  it('gets an image of the user by an address that it can open', async () => {
    await pushToServer();
    const data = PNG.toString('base64');
    await emulator.request('POST', `/emulator/users/${user}/chat`, { msgtype: 'image', data });
    await emulator.settled();

    const { PicUrl } = JSON.parse(server.pushes()[0]?.body ?? '{}') as { PicUrl: string };
    const image = await fetch(PicUrl);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await image.arrayBuffer()).toString('base64')).toBe(data);
  });

  it('hands a user over to an agent, who answers him', async () => {
    await pushToServer({ format: 'xml' });
    server.answers((request) =>
      request.method === 'GET'
        ? wellBehaved(request)
        : { body: '<xml><MsgType><![CDATA[transfer_customer_service]]></MsgType></xml>' },
    );
    await writes('人工');
    await emulator.settled();

    expect(await emulator.get<DeskConversation[]>('/emulator/desk')).toMatchObject([{ openid: user }]);
    await emulator.request('POST', `/emulator/desk/${user}/take`);
    await emulator.request('POST', `/emulator/desk/${user}/reply`, { msgtype: 'text', content: '您好' });
    expect(await emulator.get(`/emulator/users/${user}/chat`)).toMatchObject({
      messages: [{ content: '人工' }, { content: '您好', by: 'agent' }],
    });
  });
});

describe('a push that is under way when the emulator stops', () => {
  it('is delivered when it starts again on the same state', async () => {
    const options = { functions: builtFunctions, port: 0, data: temporaryFolder({}) };
    const before = await createEmulator(options);
    const ask = (path: string, method: string, body: unknown) =>
      fetch(`${before.url}${path}`, {
        method,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    const settings = (await (await fetch(`${before.url}${PUSH}`)).json()) as PushSettings;
    await ask(PUSH, 'PUT', { ...settings, url: server.url, routes: [] });
    const arrived = new Promise<void>((done) => {
      server.answers(() => {
        done();
        return undefined;
      });
    });
    await ask(`/emulator/users/${user}/chat`, 'POST', { msgtype: 'text', content: '在吗' });
    await arrived;
    await before.close();

    server.answers(wellBehaved);
    const after = await createEmulator(options);
    await after.settled();
    const [record] = (await (await fetch(`${after.url}/emulator/pushes`)).json()) as PushRecord[];
    await after.close();

    expect(server.pushes()).toHaveLength(2);
    expect(server.pushes()[1]?.body).toBe(server.pushes()[0]?.body);
    expect(record).toMatchObject({ attempts: [{ response: 'success' }] });
  });
});
