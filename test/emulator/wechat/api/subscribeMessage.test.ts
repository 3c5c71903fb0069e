import { createWorld, exampleData, HAN_MEI, LI_LEI, NOON, TEMPLATES, type World } from '../world';

const { orderShipped, appointment, shuttle } = TEMPLATES;
const { tmplId } = orderShipped;
const RID = ' rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$';

let world: World;
beforeEach(() => {
  world = createWorld({ pages: () => ['pages/index/index'] });
});
afterEach(() => world.wechat.push.idle());

const send = (args: Record<string, unknown> = {}) =>
  world.call('subscribeMessage.send', {
    touser: LI_LEI,
    template_id: tmplId,
    data: exampleData(orderShipped),
    ...args,
  });
const sendField = (key: string, value: unknown) =>
  send({ data: { ...exampleData(orderShipped), [key]: value } });
const received = () => world.wechat.notifications.list(LI_LEI);

describe('subscribeMessage.send', () => {
  it('sends one message to a user who accepted once, and refuses the second with 43101', () => {
    world.accept(LI_LEI, tmplId);
    expect(send()).toMatchObject({ errcode: 0, errmsg: 'ok' });
    expect(send()).toMatchObject({
      errcode: 43101,
      errmsg: expect.stringMatching(`^user refuse to accept the msg${RID}`),
    });
    expect(received()).toHaveLength(1);
  });

  it('begins the rid with the time in seconds, as WeChat does', () => {
    expect(send().errmsg).toContain(` rid: ${Math.floor(NOON / 1000).toString(16)}-`);
  });

  it('puts a card on the phone and announces it', () => {
    world.accept(LI_LEI, tmplId);
    const { text } = send({ page: 'pages/index/index?order=1', miniprogram_state: 'trial', lang: 'en_US' });
    expect(received()).toEqual([
      {
        msgid: /"msgid":(\d+)/.exec(text)?.[1],
        openid: LI_LEI,
        tmplId,
        title: '订单发货通知',
        lines: [
          { label: '订单编号', value: 'XS20261123001' },
          { label: '商品名称', value: '手冲咖啡豆 250g' },
          { label: '发货时间', value: '2026年11月23日 15:01' },
          { label: '温馨提示', value: '请留意快递员的电话' },
        ],
        page: 'pages/index/index?order=1',
        miniprogramState: 'trial',
        lang: 'en_US',
        receivedAt: NOON,
      },
    ]);
    expect(world.announced).toContain('notification');
  });

  it('is formal and zh_CN, without a page, when nothing is said', () => {
    world.accept(LI_LEI, tmplId);
    send();
    expect(received()[0]).toMatchObject({ miniprogramState: 'formal', lang: 'zh_CN' });
    expect(received()[0]).not.toHaveProperty('page');
  });

  it.each(['zh_CN', 'en_US', 'zh_HK', 'zh_TW'])('takes the language %s', (lang) => {
    world.accept(LI_LEI, tmplId);
    send({ lang });
    expect(received()[0]).toMatchObject({ lang });
  });

  it.each(['developer', 'trial', 'formal'])('takes the miniprogram_state %s', (miniprogramState) => {
    world.accept(LI_LEI, tmplId);
    send({ miniprogram_state: miniprogramState });
    expect(received()[0]).toMatchObject({ miniprogramState });
  });

  it('answers a msgid of 64 bits as a bare number, another for each message', () => {
    world.accept(LI_LEI, tmplId);
    world.accept(LI_LEI, tmplId);
    const ids = [send(), send()].map(({ text }) => BigInt(/"msgid":(\d+)}$/.exec(text)?.[1] ?? 0));
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id > 2n ** 53n && id < 2n ** 63n).toBe(true);
  });

  it('pushes the sent event after the message, with the ids of both', async () => {
    world.accept(LI_LEI, tmplId);
    send();
    expect(await world.pushed('subscribe_msg_sent_event')).toEqual([
      {
        ToUserName: 'gh_0f1e2d3c4b5a',
        FromUserName: LI_LEI,
        CreateTime: NOON / 1000,
        MsgType: 'event',
        Event: 'subscribe_msg_sent_event',
        List: {
          TemplateId: tmplId,
          MsgID: received()[0]?.msgid,
          ErrorCode: '0',
          ErrorStatus: 'success',
        },
      },
    ]);
  });

  describe('grants', () => {
    it('add up: three accepts are three sends, also a year later', () => {
      for (let count = 0; count < 3; count++) world.accept(LI_LEI, tmplId);
      world.clock.advance(365 * 86_400_000);
      expect([send(), send(), send(), send()].map(({ errcode }) => errcode)).toEqual([0, 0, 0, 43101]);
    });

    it('hold for one template and one user', () => {
      world.accept(LI_LEI, tmplId);
      expect(send({ touser: HAN_MEI }).errcode).toBe(43101);
      expect(send({ template_id: appointment.tmplId }).errcode).toBe(43101);
    });

    it('are not used up by a send that is refused', () => {
      world.accept(LI_LEI, tmplId);
      expect(send({ data: {} }).errcode).toBe(47003);
      expect(send({ page: 'pages/nowhere' }).errcode).toBe(41030);
      expect(send().errcode).toBe(0);
    });

    it('are not given by a reject', () => {
      world.wechat.subscribeRequests.request(LI_LEI, [tmplId], { choices: { [tmplId]: 'reject' } });
      expect(send().errcode).toBe(43101);
    });

    it('are not given by a kept choice itself, but by each call that it answers', () => {
      world.wechat.subscribeRequests.request(LI_LEI, [tmplId], { alwaysKeep: true });
      expect([send(), send()].map(({ errcode }) => errcode)).toEqual([0, 43101]);
      world.accept(LI_LEI, tmplId);
      expect([send(), send()].map(({ errcode }) => errcode)).toEqual([0, 43101]);
    });

    it('are withdrawn when the user rejects the template on the settings page', () => {
      world.accept(LI_LEI, tmplId);
      world.wechat.subscriptionSettings.change(LI_LEI, { itemSettings: { [tmplId]: 'reject' } });
      expect(send().errcode).toBe(43101);
      world.wechat.subscriptionSettings.change(LI_LEI, { itemSettings: { [tmplId]: 'accept' } });
      expect(send().errcode).toBe(43101);
      world.accept(LI_LEI, tmplId);
      expect(send().errcode).toBe(0);
    });

    it('wait while the main switch is off', () => {
      world.accept(LI_LEI, tmplId);
      world.wechat.subscriptionSettings.change(LI_LEI, { mainSwitch: false });
      expect(send().errcode).toBe(43101);
      world.wechat.subscriptionSettings.change(LI_LEI, { mainSwitch: true });
      expect(send().errcode).toBe(0);
    });

    it('do not help a banned template', () => {
      world.accept(LI_LEI, tmplId);
      world.wechat.templates.replace([{ ...orderShipped, banned: true }]);
      expect(send().errcode).toBe(43101);
    });
  });

  it('sends a long-term template as often as wanted, until the user withdraws', () => {
    const notify = () => send({ template_id: shuttle.tmplId, data: exampleData(shuttle) }).errcode;
    expect(notify()).toBe(43101);
    world.accept(LI_LEI, shuttle.tmplId);
    expect([notify(), notify(), notify()]).toEqual([0, 0, 0]);
    world.wechat.subscriptionSettings.change(LI_LEI, { itemSettings: { [shuttle.tmplId]: 'reject' } });
    expect(notify()).toBe(43101);
  });

  describe('refusals', () => {
    beforeEach(() => world.accept(LI_LEI, tmplId));
    const refusal = (errcode: number, text: string) => ({
      errcode,
      errmsg: expect.stringMatching(`^${text}${RID}`),
    });

    it.each([[''], ['oUnknownUser-000000000000001'], ['x'.repeat(10_000)], [7], [null], [undefined]])(
      '40003 for touser %j',
      (touser) => expect(send({ touser })).toMatchObject(refusal(40003, 'invalid openid')),
    );

    it.each([[''], ['unknown'], ['x'.repeat(10_000)], [{}], [undefined]])(
      '40037 for template_id %j',
      (id) => {
        expect(send({ template_id: id })).toMatchObject(refusal(40037, 'invalid template_id'));
      },
    );

    it.each([
      ['a key that is left out', undefined],
      ['an empty value', { value: '' }],
      ['a plain string instead of { value }', '请签收'],
      ['a value that is an object', { value: {} }],
    ])('47003 is empty for %s', (_, value) => {
      expect(sendField('thing4', value)).toMatchObject(
        refusal(47003, 'argument invalid! data.thing4.value is empty'),
      );
    });

    it('47003 is empty for the first field when data is a JSON string', () => {
      const data = JSON.stringify(exampleData(orderShipped));
      world.wechat.templates.replace([
        { ...orderShipped, fields: [{ key: 'thing1', label: '事', example: '事' }] },
      ]);
      expect(send({ data })).toMatchObject(refusal(47003, 'argument invalid! data.thing1.value is empty'));
    });

    it('47003 invalid for a value that breaks its rule', () => {
      expect(sendField('thing2', { value: '字'.repeat(21) })).toMatchObject(
        refusal(47003, 'argument invalid! data.thing2.value invalid'),
      );
    });

    it('47003 is cut where WeChat cuts it', () => {
      expect(sendField('character_string1', { value: '中文' })).toMatchObject(
        refusal(47003, 'argument invalid! data.character_string1.value i'),
      );
    });

    it('47003 names the first wrong field in the order of the template', () => {
      expect(send({ data: { thing4: '', thing2: '' } }).errmsg).toContain('data.character_string1.value');
    });

    it('takes a number as a value', () => {
      expect(sendField('thing4', { value: 42 }).errcode).toBe(0);
      expect(received()[0]?.lines.at(-1)?.value).toBe('42');
    });

    it('ignores a data key that the template lacks', () => {
      expect(sendField('thing99', { value: 'x'.repeat(10_000) }).errcode).toBe(0);
    });

    it('checks nothing but presence for a kind of field without a known rule', () => {
      world.wechat.templates.replace([
        { ...orderShipped, fields: [{ key: 'site01', label: '地点', example: 'TIT' }] },
      ]);
      expect(send({ data: {} }).errmsg).toContain('data.site01.value is empty');
      expect(send({ data: { site01: { value: 'TIT创意园' } } }).errcode).toBe(0);
    });

    it('41030 for a page that app.json lacks', () => {
      expect(send({ page: 'pages/nowhere?a=1' })).toMatchObject(refusal(41030, 'invalid page'));
      expect(send({ page: '/pages/index/index?a=1' }).errcode).toBe(0);
    });

    it('checks no page when the pages are not known', () => {
      const blind = createWorld();
      blind.accept(LI_LEI, tmplId);
      const args = { touser: LI_LEI, template_id: tmplId, data: exampleData(orderShipped), page: 'anywhere' };
      expect(blind.call('subscribeMessage.send', args).errcode).toBe(0);
    });

    it('come in the order of the documentation: user, template, subscription, data, page', () => {
      const page = 'pages/nowhere';
      expect(send({ touser: '', template_id: '', data: {}, page }).errcode).toBe(40003);
      expect(send({ template_id: '', data: {}, page }).errcode).toBe(40037);
      expect(send({ touser: HAN_MEI, data: {}, page }).errcode).toBe(43101);
      expect(send({ data: {}, page }).errcode).toBe(47003);
    });

    it('45009 when the messages of the day are used up, until midnight in China', () => {
      world.wechat.miniProgram.change({ subscribeMessagesPerDay: 1 });
      world.accept(LI_LEI, tmplId);
      expect(send().errcode).toBe(0);
      world.clock.advance(12 * 3_600_000 - 1);
      expect(send()).toMatchObject(refusal(45009, 'reach max api daily quota limit'));
      world.clock.advance(1);
      expect(send().errcode).toBe(0);
    });

    it('47001 for an argument that is not JSON', () => {
      const args = new Map([['touser', { value: Buffer.from('{') }]]);
      expect(world.wechat.callApi('subscribeMessage.send', args)).toMatchObject({
        text: expect.stringContaining('"errcode":47001'),
      });
    });
  });
});

describe('callApi', () => {
  it.each(['subscribeMessage.sent', 'constructor', '__proto__', ''])('knows no API %j', (name) => {
    expect(world.wechat.callApi(name, new Map())).toEqual({ kind: 'noSuchApi' });
  });
});
