/** What wx-server-sdk and the cloud say to each other, seen from inside a function. */
import type { CallRecord, Chat, Notification } from '../../scripts/emulator/contract';
import { ORDER_SHIPPED } from '../../scripts/project/seed';
import { PNG } from '../emulator/wechat/world';
import { temporaryFolder } from '../temporaryFolder';
import { newUser, runEmulator } from './runningEmulator';

const SDK = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
`;
const PERMISSIONS = JSON.stringify({
  permissions: { openapi: ['subscribeMessage.send', 'customerServiceMessage.send'] },
});

const project = temporaryFolder({
  'functions/environment/index.js': 'exports.main = () => process.env;',
  'functions/send/config.json': PERMISSIONS,
  'functions/send/index.js': `${SDK}
    exports.main = ({ group, message }) =>
      cloud.openapi[group].send(message).catch(({ errCode, errMsg }) => ({ errCode, errMsg }));`,
  'functions/sendAsIs/config.json': PERMISSIONS,
  'functions/sendAsIs/index.js': `${SDK}
    exports.main = async (message) => {
      const { msgid } = await cloud.openapi({ convertCase: false }).subscribeMessage.send(message);
      return { type: typeof msgid, digits: msgid.toFixed() };
    };`,
  'functions/post/config.json': PERMISSIONS,
  // The packet by hand: what is said is in the protocol, and not in one library's reading of it.
  'functions/post/index.js': `
    exports.main = async ({ apiName, packet }) => {
      const form = new FormData();
      const fields = {
        action: 'wx.openApi',
        apiName,
        envName: process.env.TCB_ENV,
        sessionToken: process.env.TENCENTCLOUD_SESSIONTOKEN,
        wxCloudApiToken: process.env.WX_API_TOKEN,
      };
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('requestData', new Blob([Buffer.from(packet, 'base64')]));
      const { URL: url } = JSON.parse(process.env.TCB_CONTEXT_CNFG);
      const response = await fetch(url, { method: 'POST', body: form });
      return {
        contentType: response.headers.get('content-type'),
        packet: Buffer.from(await response.arrayBuffer()).toString('base64'),
      };
    };`,
  'functions/count/index.js': `${SDK}
    exports.main = () =>
      cloud.database().collection('todos').count().catch(({ errCode, errMsg }) => ({ errCode, errMsg }));`,
});
const emulator = runEmulator({ functions: `${project}/functions` });

let user: string;
beforeEach(() => {
  user = newUser();
});
afterEach(() => emulator.faults.clear());

const accept = () =>
  emulator.request('POST', `/emulator/users/${user}/subscribe`, { tmplIds: [ORDER_SHIPPED] });
const data = {
  character_string1: { value: 'A1' },
  thing2: { value: '咖啡' },
  date3: { value: '2026年11月23日' },
  thing4: { value: '好' },
};

describe('a function instance', () => {
  it('has the variables that wx-server-sdk reads: where the gateway is, and who calls', async () => {
    const variables = await emulator.call<Record<string, string>>(user, 'environment');

    expect(variables).toMatchObject({
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: expect.any(String),
      TENCENTCLOUD_SECRETID: expect.any(String),
      TENCENTCLOUD_SECRETKEY: expect.any(String),
      TENCENTCLOUD_SESSIONTOKEN: expect.any(String),
      SCF_NAMESPACE: 'local-xinshi',
      TCB_ENV: 'local-xinshi',
      TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${emulator.url}/admin` }),
      TCB_SOURCE: 'wx_client',
      WX_OPENID: user,
    });
    const wxKeys = variables['WX_CONTEXT_KEYS']?.split(',') ?? [];
    expect(wxKeys).toEqual(expect.arrayContaining(['WX_OPENID', 'WX_APPID', 'WX_API_TOKEN']));
    for (const key of wxKeys) expect(variables).toHaveProperty(key);
  });
});

describe('a cloud call', () => {
  it('comes with its arguments in snake_case at every depth', async () => {
    const { body: image } = await emulator.request<{ mediaId: string }>(
      'POST',
      `/emulator/users/${user}/chat`,
      { msgtype: 'image', data: PNG.toString('base64') },
    );
    const miniprogrampage = { title: '首页', pagepath: 'pages/index', thumbMediaId: image.mediaId };
    const message = { touser: user, msgtype: 'miniprogrampage', miniprogrampage };

    expect(await emulator.call(user, 'send', { group: 'customerServiceMessage', message })).toMatchObject({
      errCode: 0,
      errMsg: 'openapi.customerServiceMessage.send:ok',
    });
    const calls = await emulator.get<CallRecord[]>('/emulator/calls');
    expect(calls.find(({ kind, openid }) => kind === 'openapi' && openid === user)?.request).toMatchObject({
      miniprogrampage: { thumb_media_id: image.mediaId },
    });
    const chat = await emulator.get<Chat>(`/emulator/users/${user}/chat`);
    expect(chat.messages.at(-1)).toMatchObject({ thumbMediaId: image.mediaId });
  });

  it('that is refused makes the SDK throw errCode, and errMsg with the name of the API', async () => {
    const message = { touser: user, templateId: ORDER_SHIPPED, data };
    await emulator.get(`/emulator/users/${user}/notifications`);

    expect(await emulator.call(user, 'send', { group: 'subscribeMessage', message })).toEqual({
      errCode: 43101,
      errMsg: expect.stringMatching(
        /^openapi\.subscribeMessage\.send:fail user refuse to accept the msg rid: [0-9a-f-]{26}/,
      ),
    });
  });

  it('that answers a number over 2^53 gives an object that has every digit', async () => {
    await accept();

    const sent = await emulator.call(user, 'sendAsIs', {
      touser: user,
      template_id: ORDER_SHIPPED,
      data,
    });

    const [card] = await emulator.get<Notification[]>(`/emulator/users/${user}/notifications`);
    expect(sent).toEqual({ type: 'object', digits: card?.msgid });
  });
});

describe('the packets of a cloud call', () => {
  /** A protobuf field that has a length: texts, bytes and messages. */
  const field = (number: number, ...parts: (string | Buffer)[]) => {
    const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 127) | 128, bytes.length >> 7];
    return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), bytes]);
  };
  const pair = (key: string, value: unknown) => field(1, field(1, key), field(2, JSON.stringify(value)));
  const post = async (apiName: string, ...pairs: Buffer[]) => {
    // CommApiData: 1 apiType (0, which protobuf leaves out), 2 openapiData { 1 pair { 1 key, 2 value } }, 6 appid
    const packet = Buffer.concat([field(2, ...pairs), field(6, 'wx0f1e2d3c4b5a6978')]).toString('base64');
    const answer = await emulator.call<{ contentType: string; packet: string }>(user, 'post', {
      apiName,
      packet,
    });
    return { contentType: answer.contentType, bytes: Buffer.from(answer.packet, 'base64') };
  };

  it('are CommApiData and CommOpenApiResp, in a body that is not called JSON', async () => {
    await accept();

    const { contentType, bytes } = await post(
      'subscribeMessage.send',
      pair('touser', user),
      pair('template_id', ORDER_SHIPPED),
      pair('data', data),
    );

    const [{ msgid } = { msgid: '' }] = await emulator.get<Notification[]>(
      `/emulator/users/${user}/notifications`,
    );
    expect(contentType).not.toContain('application/json');
    // 1 respData, 2 contentType, 4 httpCode
    const respData = `{"errcode":0,"errmsg":"ok","msgid":${msgid}}`;
    expect(bytes).toEqual(
      Buffer.concat([field(1, respData), field(2, 'application/json'), Buffer.from([0x20, 0xc8, 0x01])]),
    );
  });

  it('have an errorCode of the gateway in field 3', async () => {
    const { bytes } = await post('uniformMessage.send', pair('touser', user));

    const decoded = [...bytes.subarray(1)].reduce(
      (number, byte, index) => number | (BigInt(byte & 127) << BigInt(7 * index)),
      0n,
    );
    expect(bytes[0]).toBe(0x18);
    expect(BigInt.asIntN(64, decoded)).toBe(-604101n);
  });
});

describe('an error of the database', () => {
  it.each([
    ['DATABASE_COLLECTION_NOT_EXIST', -502005],
    ['DATABASE_REQUEST_FAILED', -502001],
    ['DATABASE_PERMISSION_DENIED', -502003],
  ])('%s is errCode %i in the SDK', async (code, errCode) => {
    await emulator.request('PUT', '/emulator/faults', {
      rules: [{ api: 'database.calculateDocument', kind: 'cloudError', code, times: 1 }],
    });

    expect(await emulator.call(user, 'count')).toMatchObject({ errCode });
  });
});
