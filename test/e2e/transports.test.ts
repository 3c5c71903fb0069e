import type { CallRecord, Template } from '../../scripts/emulator/contract';
import { PNG as PIXEL } from '../emulator/wechat/world';
import { newUser, runEmulator } from './runningEmulator';
import type { Call, Outcome } from './transportFunction';
import { transportProject } from './transportProject';

const { functions, build } = transportProject();
beforeAll(build);
const emulator = runEmulator({ functions });
afterEach(() => emulator.faults.clear());

const OFFICIAL_ACCOUNT = 'wx9a8b7c6d5e4f3a2b';
const PNG = PIXEL.toString('base64');

/** A user who has accepted a template twice and written twice. */
async function situation() {
  const openid = newUser();
  const user = `/emulator/users/${openid}`;
  const [template] = await emulator.get<Template[]>('/emulator/templates');
  if (template === undefined) throw new Error('the seed has templates');
  await emulator.request('POST', `${user}/subscribe`, { tmplIds: [template.tmplId] });
  await emulator.request('POST', `${user}/chat`, { msgtype: 'text', content: '在吗' });
  const { body } = await emulator.request<{ mediaId: string }>('POST', `${user}/chat`, {
    msgtype: 'image',
    data: PNG,
  });
  return { openid, template, mediaId: body.mediaId };
}
type Situation = Awaited<ReturnType<typeof situation>>;

const message = ({ openid, template }: Situation, change: object = {}): Call => ({
  do: 'subscribe',
  with: [
    {
      openid,
      tmplId: template.tmplId,
      data: Object.fromEntries(template.fields.map(({ key, example }) => [key, example])),
      ...change,
    },
  ],
});
const uniform = ({ openid }: Situation, change: object = {}): Call => ({
  do: 'uniform',
  with: [
    {
      openid,
      mpTemplateMsg: {
        appid: OFFICIAL_ACCOUNT,
        templateId: 'unknown',
        url: 'https://a.example',
        miniprogram: { appid: OFFICIAL_ACCOUNT, pagepath: 'pages/a' },
        data: {},
        ...change,
      },
    },
  ],
});
const text = (openid: string, content: string): Call => ({
  do: 'reply',
  with: [openid, { msgtype: 'text', content }],
});
const upload = (base64: string): Call => ({ do: 'upload', contentType: 'image/png', base64 });

/** Calls one after the other: a rule may depend on those before. */
const SEQUENCES: Record<string, (given: Situation) => Call[]> = {
  'a message is sent, and the grant is used up: 43101': (given) => [message(given), message(given)],
  'wrong subscription messages: 40003, 40037, 47003': (given) => [
    message(given, { openid: 'nobody' }),
    message(given, { tmplId: 'unknown' }),
    message(given, { data: {} }),
  ],
  'uniform messages: 40013, 40037': (given) => [
    uniform(given, { appid: 'wx0000000000000000' }),
    uniform(given),
  ],
  'six replies, of which five are allowed: 45047': ({ openid }) =>
    [1, 2, 3, 4, 5, 6].map((n) => text(openid, `第 ${n} 条`)),
  'replies of the other kinds: 40007, 44004': ({ openid, mediaId }) => [
    { do: 'reply', with: [openid, { msgtype: 'image', mediaId }] },
    {
      do: 'reply',
      with: [
        openid,
        {
          msgtype: 'link',
          title: '标题',
          description: '说明',
          url: 'https://a.example',
          thumbUrl: 'https://b.example',
        },
      ],
    },
    {
      do: 'reply',
      with: [openid, { msgtype: 'miniprogrampage', title: 'a', pagepath: 'pages/a', thumbMediaId: mediaId }],
    },
    { do: 'reply', with: [openid, { msgtype: 'image', mediaId: 'unknown' }] },
    text(openid, ''),
  ],
  'the typing state: 45081': ({ openid }) => [
    { do: 'typing', with: [openid, 'Typing'] },
    { do: 'typing', with: [openid, 'Typing'] },
    { do: 'typing', with: [openid, 'CancelTyping'] },
  ],
  'media: 40004, 40007': ({ mediaId }) => [
    upload(PNG),
    { ...upload(PNG), do: 'upload', contentType: 'image/png', base64: PNG, fileName: '图 "1".png' },
    upload('bm90IGFuIGltYWdl'),
    { do: 'download', with: [mediaId] },
    { do: 'download', with: ['unknown'] },
  ],
};

async function call(name: string, calls: Call[], openid = newUser()): Promise<Outcome[]> {
  return emulator.call<Outcome[]>(openid, name, { calls });
}

/** What differs by nature put aside: ids, times, the ids of requests. */
function comparable(outcomes: Outcome[]): unknown {
  const text = JSON.stringify(outcomes)
    .replace(/ rid: [0-9a-f-]+/g, '')
    .replace(/"(msgid|mediaId)":"[^"]+"/g, '"$1":"differs"')
    .replace(/"createdAt":\d+/g, '"createdAt":0');
  return JSON.parse(text);
}

const codesOf = (outcomes: Outcome[]) =>
  outcomes.flatMap((outcome) => ('error' in outcome ? [outcome.error.wechat?.errCode] : []));

const callsSince = async (id: string | undefined) => {
  const calls = await emulator.get<CallRecord[]>('/emulator/calls');
  return calls.filter((record) => id === undefined || Number(record.id) > Number(id));
};
const latestCall = async () => {
  const ids = (await emulator.get<CallRecord[]>('/emulator/calls')).map(({ id }) => Number(id));
  return String(Math.max(0, ...ids));
};
/** What was asked of WeChat beside tokens, in order, and by which door. */
const doors = (records: CallRecord[]) =>
  records
    .filter(({ kind, name }) => kind !== 'function' && !name.endsWith('stable_token'))
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map(({ kind, name }) => `${kind} ${name}`);

describe('calls over HTTPS', () => {
  it.each(Object.entries(SEQUENCES))('end as cloud calls do: %s', async (title, sequence) => {
    const byCloudCall = await call('cloudCall', sequence(await situation()));
    const byHttps = await call('https', sequence(await situation()));
    const automatic = await call('autoNotPermitted', sequence(await situation()));

    expect(comparable(byHttps)).toEqual(comparable(byCloudCall));
    expect(comparable(automatic)).toEqual(comparable(byCloudCall));
    for (const code of title.match(/\d{5}/g) ?? []) expect(codesOf(byCloudCall)).toContain(Number(code));
  });

  it.each([-1, 40003, 43107, 43108, 45009, 45011, 45168, 47001, 48001, 48004, 50002, 99999])(
    'are refused as cloud calls are: %i',
    async (errcode) => {
      const given = await situation();
      emulator.faults.set({
        seed: 1,
        rules: [
          { api: 'subscribeMessage.send', kind: 'error', errcode, errmsg: 'refused for a test', share: 1 },
        ],
      });
      const byCloudCall = await call('cloudCall', [message(given)]);
      const byHttps = await call('https', [message(given)]);
      expect(comparable(byHttps)).toEqual(comparable(byCloudCall));
      expect(codesOf(byHttps)).toEqual([errcode]);
    },
  );

  it('keep the 64 bits of a msgid', async () => {
    const given = await situation();
    const before = await latestCall();
    const [sent] = await call('https', [message(given)]);
    const answers = (await callsSince(before)).flatMap(({ name, response }) =>
      name === '/cgi-bin/message/subscribe/send' ? [response] : [],
    );
    expect(sent).toEqual({ value: { msgid: expect.stringMatching(/^\d{17,}$/) } });
    const { msgid } = (sent as { value: { msgid: string } }).value;
    expect(answers).toEqual([expect.objectContaining({ msgid: { $numberLong: msgid } })]);
  });

  it('are not made without a secret, and the answer names the setting', async () => {
    const [refused] = await call('httpsNoSecret', [message(await situation())]);
    expect(refused).toMatchObject({
      error: { code: 'INVALID_SETTING', message: expect.stringContaining('XINSHI_APP_SECRET') },
    });
  });
});

describe('the automatic transport', () => {
  it('makes cloud calls where they are permitted', async () => {
    const given = await situation();
    const before = await latestCall();
    await call('auto', [message(given)]);
    expect(doors(await callsSince(before))).toEqual(['openapi subscribeMessage.send']);
  });

  it('goes over to HTTPS when config.json does not permit the API', async () => {
    const given = await situation();
    const before = await latestCall();
    const [sent] = await call('autoNotPermitted', [message(given)]);
    expect(sent).toMatchObject({ value: { msgid: expect.any(String) } });
    expect(doors(await callsSince(before))).toEqual([
      'openapi subscribeMessage.send',
      'https /cgi-bin/message/subscribe/send',
    ]);
  });

  it('keeps WeChat’s refusal without a secret, with a hint that names the setting', async () => {
    const [refused] = await call('autoNotPermittedNoSecret', [message(await situation())]);
    expect(refused).toMatchObject({
      error: {
        code: 'API_NOT_PERMITTED',
        hint: expect.stringContaining('XINSHI_APP_SECRET'),
        wechat: { errCode: -604101 },
      },
      outcome: 'refused',
    });
  });

  it('calls over HTTPS at once when the function was not called through WeChat', async () => {
    const given = await situation();
    const before = await latestCall();
    expect(await overHttp('auto', [message(given)])).toEqual([{ value: { msgid: expect.any(String) } }]);
    expect(doors(await callsSince(before)).filter((door) => door.startsWith('openapi'))).toEqual([]);
  });

  it('does not try the other way after an outcome that nobody knows', async () => {
    const given = await situation();
    emulator.faults.set({ seed: 1, rules: [{ api: 'subscribeMessage.send', kind: 'replyLost', share: 1 }] });
    const before = await latestCall();
    const [unknown] = await call('auto', [message(given)]);
    expect(unknown).toMatchObject({ error: { code: 'SEND_OUTCOME_UNKNOWN' }, outcome: 'unknown' });
    expect(doors(await callsSince(before))).toEqual(['openapi subscribeMessage.send']);
  });
});

describe('a cloud call without a WeChat caller', () => {
  it('is refused, and certainly not made', async () => {
    expect(await overHttp('cloudCall', [message(await situation())])).toEqual([
      {
        error: expect.objectContaining({
          code: 'NO_WECHAT_CALLER',
          wechat: { errCode: -501001, errMsg: expect.stringContaining('invalid wx openapi access_token') },
        }),
        outcome: 'refused',
      },
    ]);
  });
});

it('a reply that is lost over HTTPS leaves the outcome unknown, and is not repeated', async () => {
  const given = await situation();
  await call('https', []);
  emulator.faults.set({ seed: 1, rules: [{ api: 'subscribeMessage.send', kind: 'replyLost', share: 1 }] });
  const before = await latestCall();
  const [unknown] = await call('https', [message(given)]);
  expect(unknown).toMatchObject({
    error: { code: 'SEND_OUTCOME_UNKNOWN', retryable: false },
    outcome: 'unknown',
  });
  const sends = doors(await callsSince(before)).filter((door) => door.endsWith('subscribe/send'));
  expect(sends).toHaveLength(1);
});

async function overHttp(name: string, calls: Call[]): Promise<Outcome[]> {
  const response = await fetch(`${emulator.url}/http/${name}`, {
    method: 'POST',
    body: JSON.stringify({ calls }),
    headers: { 'content-type': 'application/json' },
  });
  return (await response.json()) as Outcome[];
}
