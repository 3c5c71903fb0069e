import type { Template } from '../../scripts/emulator/contract';
import { PNG as PIXEL } from '../emulator/wechat/world';
import { temporaryFolder } from '../temporaryFolder';
import { LI_LEI, newUser, runEmulator } from './runningEmulator';

/** Calls any API through the unmodified SDK, and gives back what it answered or threw. */
const CALL = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  exports.main = async ({ group, name, args, media }) => {
    const value = media && { media: { contentType: 'image/png', value: Buffer.from(media, 'base64') } };
    try {
      const answer = await cloud.openapi({ convertCase: false })[group][name]({ ...args, ...value });
      return answer.buffer ? { contentType: answer.contentType, bytes: answer.buffer.toString('base64') } : answer;
    } catch ({ errCode, errMsg }) {
      return { errCode, errMsg };
    }
  };`;

const PATHS: Record<string, { method: 'GET' | 'POST'; path: string }> = {
  'subscribeMessage.send': { method: 'POST', path: '/cgi-bin/message/subscribe/send' },
  'uniformMessage.send': { method: 'POST', path: '/cgi-bin/message/wxopen/template/uniform_send' },
  'customerServiceMessage.send': { method: 'POST', path: '/cgi-bin/message/custom/send' },
  'customerServiceMessage.setTyping': { method: 'POST', path: '/cgi-bin/message/custom/business/typing' },
  'customerServiceMessage.uploadTempMedia': { method: 'POST', path: '/cgi-bin/media/upload' },
  'customerServiceMessage.getTempMedia': { method: 'GET', path: '/cgi-bin/media/get' },
  'subscribeMessage.addTemplate': { method: 'POST', path: '/wxaapi/newtmpl/addtemplate' },
  'subscribeMessage.deleteTemplate': { method: 'POST', path: '/wxaapi/newtmpl/deltemplate' },
  'subscribeMessage.getCategory': { method: 'GET', path: '/wxaapi/newtmpl/getcategory' },
  'subscribeMessage.getPubTemplateTitleList': { method: 'GET', path: '/wxaapi/newtmpl/getpubtemplatetitles' },
  'subscribeMessage.getPubTemplateKeyWordsById': {
    method: 'GET',
    path: '/wxaapi/newtmpl/getpubtemplatekeywords',
  },
  'subscribeMessage.getTemplateList': { method: 'GET', path: '/wxaapi/newtmpl/gettemplate' },
};

const project = temporaryFolder({
  'functions/call/index.js': CALL,
  'functions/call/config.json': JSON.stringify({ permissions: { openapi: Object.keys(PATHS) } }),
});
const emulator = runEmulator({ functions: `${project}/functions` });

const PNG = PIXEL.toString('base64');

interface Call {
  api: string;
  args?: Record<string, unknown>;
  /** In base64. */
  media?: string;
}

/** What a door answered: the code, the text without rid, and the other fields. */
interface Answer {
  errcode: number;
  errmsg: string;
  fields: Record<string, unknown>;
}

type Door = (call: Call) => Promise<Answer>;

const cloudCall: Door = async ({ api, args, media }) => {
  const [group, name] = api.split('.');
  const { errCode, errMsg, errcode, errmsg, ...fields } = await emulator.call<Record<string, unknown>>(
    LI_LEI,
    'call',
    { group, name, args, media },
  );
  const text = String(errMsg ?? errmsg ?? 'ok').replace(/^openapi\.[\w.]+:(fail )?/, '');
  return { errcode: Number(errCode ?? errcode ?? 0), errmsg: withoutRid(text), fields };
};

let accessToken: string;
const https: Door = async ({ api, args = {}, media }) => {
  const { method, path } = PATHS[api] ?? { method: 'GET', path: '/' };
  const inQuery = method === 'GET' || media !== undefined;
  const query = new URLSearchParams({ access_token: accessToken });
  if (inQuery) for (const [key, value] of Object.entries(args)) query.set(key, String(value));
  const response = await fetch(`${emulator.url}${path}?${query}`, {
    method,
    ...(method === 'POST' && { body: media === undefined ? JSON.stringify(args) : formOf(media) }),
  });
  const contentType = response.headers.get('content-type') ?? '';
  if (contentType.startsWith('image/')) {
    const bytes = Buffer.from(await response.arrayBuffer()).toString('base64');
    return { errcode: 0, errmsg: 'ok', fields: { contentType, bytes } };
  }
  const { errcode, errmsg, ...fields } = (await response.json()) as { errcode: number; errmsg: string };
  return { errcode, errmsg: withoutRid(errmsg), fields };
};

function formOf(media: string): FormData {
  const form = new FormData();
  form.append('media', new Blob([Buffer.from(media, 'base64')], { type: 'image/png' }), 'a.png');
  return form;
}

const withoutRid = (text: string) => text.replace(/ rid: [0-9a-f-]+$/, '');

beforeAll(async () => {
  const { secret, appid } = await emulator.get<{ secret: string; appid: string }>('/emulator/mini-program');
  const query = new URLSearchParams({ grant_type: 'client_credential', appid, secret });
  const answer = await emulator.get<{ access_token: string }>(`/cgi-bin/token?${query}`);
  accessToken = answer.access_token;
});

/** A user who has accepted a template twice and written twice, and what a door may do for him. */
async function situation() {
  const openid = newUser();
  const user = `/emulator/users/${openid}`;
  const [orderShipped] = await emulator.get<Template[]>('/emulator/templates');
  if (orderShipped === undefined) throw new Error('the seed has templates');
  await emulator.request('POST', `${user}/subscribe`, { tmplIds: [orderShipped.tmplId] });
  await emulator.request('POST', `${user}/chat`, { msgtype: 'text', content: '在吗' });
  const image = await emulator.request<{ mediaId: string }>('POST', `${user}/chat`, {
    msgtype: 'image',
    data: PNG,
  });
  return { openid, orderShipped, mediaId: image.body.mediaId };
}
type Situation = Awaited<ReturnType<typeof situation>>;

const message = ({ openid, orderShipped }: Situation, change: Record<string, unknown> = {}) => ({
  api: 'subscribeMessage.send',
  args: {
    touser: openid,
    template_id: orderShipped.tmplId,
    data: Object.fromEntries(orderShipped.fields.map(({ key, example }) => [key, { value: example }])),
    ...change,
  },
});
const reply = (touser: string, args: Record<string, unknown>) => ({
  api: 'customerServiceMessage.send',
  args: { touser, ...args },
});
const typing = (touser: string, command: string) => ({
  api: 'customerServiceMessage.setTyping',
  args: { touser, command },
});
const uniform = (touser: string, change: Record<string, unknown>) => ({
  api: 'uniformMessage.send',
  args: { touser, mp_template_msg: { appid: 'wx9a8b7c6d5e4f3a2b', ...change } },
});

/** Calls one after the other: a rule may depend on those before. */
const SEQUENCES: Record<string, (given: Situation) => Call[]> = {
  'a grant is used up: 43101': (given) => [message(given), message(given)],
  'wrong arguments of subscribeMessage.send: 40003, 40037, 47003': (given) => [
    message(given, { touser: 'nobody' }),
    message(given, { template_id: 'unknown' }),
    message(given, { data: {} }),
    message(given, { data: { character_string1: { value: '订单' } } }),
    message(given, { data: JSON.stringify({ character_string1: 'text' }) }),
  ],
  'six replies, of which five are allowed: 45047': ({ openid }) =>
    [1, 2, 3, 4, 5, 6].map((n) => reply(openid, { msgtype: 'text', text: { content: `第 ${n} 条` } })),
  'all four kinds of replies, and an unknown one: 40007, 40008': ({ openid, mediaId }) => [
    reply(openid, { msgtype: 'image', image: { media_id: mediaId } }),
    reply(openid, {
      msgtype: 'link',
      link: { title: 'a', description: 'b', url: 'https://a.example', thumb_url: 'https://b.example' },
    }),
    reply(openid, {
      msgtype: 'miniprogrampage',
      miniprogrampage: { title: 'a', pagepath: 'pages/a', thumb_media_id: mediaId },
    }),
    reply(openid, { msgtype: 'image', image: { media_id: 'unknown' } }),
    reply(openid, { msgtype: 'voice' }),
  ],
  'the typing state: 45081, 45072': ({ openid }) => [
    typing(openid, 'Typing'),
    typing(openid, 'Typing'),
    typing(openid, 'CancelTyping'),
    typing(openid, 'Jumping'),
  ],
  'uniform messages: 40013, 40037, 45103': ({ openid }) => [
    uniform(openid, { appid: 'wx0000000000000000' }),
    uniform(openid, { template_id: 'unknown' }),
    { api: 'uniformMessage.send', args: { touser: openid, weapp_template_msg: { template_id: 't' } } },
  ],
  'media: 40004, 40007': ({ mediaId }) => [
    { api: 'customerServiceMessage.uploadTempMedia', args: { type: 'image' }, media: PNG },
    { api: 'customerServiceMessage.uploadTempMedia', args: { type: 'voice' }, media: PNG },
    { api: 'customerServiceMessage.uploadTempMedia', args: { type: 'image' }, media: 'bm90IGFuIGltYWdl' },
    { api: 'customerServiceMessage.getTempMedia', args: { media_id: mediaId } },
    { api: 'customerServiceMessage.getTempMedia', args: { media_id: 'unknown' } },
  ],
  "the mini-program's templates": () => [{ api: 'subscribeMessage.getTemplateList' }],
  'template management: 200014, 200020, 40037': () => [
    { api: 'subscribeMessage.getCategory' },
    { api: 'subscribeMessage.getPubTemplateTitleList', args: { ids: '616', start: 0, limit: 5 } },
    { api: 'subscribeMessage.getPubTemplateTitleList', args: { ids: '1', start: 0, limit: 5 } },
    { api: 'subscribeMessage.getPubTemplateKeyWordsById', args: { tid: '99' } },
    { api: 'subscribeMessage.addTemplate', args: { tid: '99', kidList: [1, 2], sceneDesc: '付款' } },
    { api: 'subscribeMessage.addTemplate', args: { tid: '7', kidList: [1, 2] } },
    { api: 'subscribeMessage.addTemplate', args: { tid: '99', kidList: [1] } },
    { api: 'subscribeMessage.deleteTemplate', args: { priTmplId: 'unknown' } },
  ],
};

/** Answers in which what differs by nature, ids and times, has been put aside. */
async function answersOf(door: Door, sequence: (given: Situation) => Call[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const call of sequence(await situation())) {
    const { fields, ...answer } = await door(call);
    const differing = ['msgid', 'media_id', 'created_at', 'priTmplId'];
    const comparable = Object.entries(fields).map(([name, value]) => [
      name,
      differing.includes(name) ? 'differs' : value,
    ]);
    answers.push({ ...answer, fields: Object.fromEntries(comparable) });
  }
  return answers;
}

describe('a cloud call and a call by HTTPS', () => {
  it.each(Object.entries(SEQUENCES))('are answered alike: %s', async (title, sequence) => {
    const throughSdk = await answersOf(cloudCall, sequence);
    expect(await answersOf(https, sequence)).toEqual(throughSdk);
    const codes = new Set(throughSdk.map(({ errcode }) => errcode).filter((errcode) => errcode !== 0));
    for (const code of title.match(/\d{5,6}/g) ?? []) expect(codes).toContain(Number(code));
  });
});
