import { createWorld, LI_LEI, TEMPLATES, type World } from '../world';

const { orderShipped, appointment, payment, shuttle } = TEMPLATES;
const { tmplId } = orderShipped;

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.wechat.push.idle());

const request = (
  tmplIds: unknown,
  choices: Parameters<typeof world.wechat.subscribeRequests.request>[2] = {},
) => world.wechat.subscribeRequests.request(LI_LEI, tmplIds, choices);
const panel = (...tmplIds: string[]) => world.wechat.subscribeRequests.panel(LI_LEI, tmplIds);
const failure = (errCode: number, text: string) => ({
  errCode,
  errMsg: `requestSubscribeMessage:fail ${text}`,
});

describe('request', () => {
  it('answers what the user chose for each template, accept where he chose nothing', () => {
    expect(request([tmplId, appointment.tmplId], { choices: { [appointment.tmplId]: 'reject' } })).toEqual({
      errMsg: 'requestSubscribeMessage:ok',
      [tmplId]: 'accept',
      [appointment.tmplId]: 'reject',
    });
  });

  it.each([[undefined], [null], [[]]])('fails with 10001 for no templates (%j)', (tmplIds) => {
    expect(request(tmplIds)).toEqual(failure(10001, "TmplIds can't be empty"));
  });

  it.each([['one id'], [{ 0: 'id' }], [[1]], [[tmplId, null]], [['']]])(
    'fails with 10004 for %j',
    (tmplIds) => {
      expect(request(tmplIds)).toEqual(failure(10004, 'Invalid template id'));
    },
  );

  it('fails with 20001 when a template does not exist', () => {
    const answer = failure(20001, 'No template data return, verify the template id exist');
    expect(request([tmplId, 'x'.repeat(10_000)])).toEqual(answer);
  });

  it('fails with 20002 when one-time and long-term templates are mixed', () => {
    expect(request([tmplId, shuttle.tmplId])).toEqual(failure(20002, 'Templates type must be same'));
  });

  it('fails with 20003 for six templates, and takes five', () => {
    const copies = [1, 2, 3, 4, 5, 6].map((n) => ({
      ...orderShipped,
      tmplId: `copy${n}`,
      title: `副本 ${n}`,
    }));
    world.wechat.templates.replace(copies);
    const ids = copies.map((copy) => copy.tmplId);
    expect(request(ids)).toEqual(failure(20003, 'Templates count out of max bounds'));
    expect(request(ids.slice(0, 5))).toMatchObject({ copy5: 'accept' });
  });

  it('takes three templates where the mini-program is set to three', () => {
    world.wechat.miniProgram.change({ maxTemplatesPerRequest: 3 });
    const copies = [1, 2, 3, 4].map((n) => ({ ...orderShipped, tmplId: `copy${n}`, title: `副本 ${n}` }));
    world.wechat.templates.replace(copies);
    expect(request(['copy1', 'copy2', 'copy3', 'copy4'])).toMatchObject({ errCode: 20003 });
    expect(request(['copy1', 'copy2', 'copy3', 'copy3'])).toMatchObject({ copy3: 'accept' });
  });

  it('fails with 20004 when the user has turned the main switch off', () => {
    world.wechat.subscriptionSettings.change(LI_LEI, { mainSwitch: false });
    expect(request([tmplId])).toEqual(failure(20004, 'The main switch is switched off'));
  });

  it('fails with 20005 when the mini-program is banned', () => {
    world.wechat.miniProgram.change({ subscribingBanned: true });
    expect(request([tmplId])).toEqual(
      failure(20005, 'This mini program was banned from subscribing messages'),
    );
  });

  it("answers 'filter' for all but the first template of a title", () => {
    world.wechat.templates.replace([orderShipped, { ...appointment, title: orderShipped.title }]);
    expect(request([appointment.tmplId, tmplId])).toMatchObject({
      [appointment.tmplId]: 'accept',
      [tmplId]: 'filter',
    });
  });

  it("answers 'ban' for a banned template", () => {
    world.wechat.templates.replace([{ ...orderShipped, banned: true }]);
    expect(request([tmplId])).toMatchObject({ [tmplId]: 'ban' });
  });

  it("answers 'acceptWithAudio' when one template with voice was asked for", () => {
    const choices = { [payment.tmplId]: 'acceptWithAudio' as const };
    expect(request([payment.tmplId], { choices })).toMatchObject({ [payment.tmplId]: 'acceptWithAudio' });
  });

  it.each([
    ['the template has no voice', [tmplId]],
    ['two templates were asked for', [payment.tmplId, tmplId]],
  ])("refuses 'acceptWithAudio' when %s", (_, tmplIds) => {
    const choices = Object.fromEntries(tmplIds.map((id) => [id, 'acceptWithAudio' as const]));
    expect(() => request(tmplIds, { choices })).toThrow(
      expect.objectContaining({ code: 'VOICE_NOT_OFFERED' }),
    );
  });

  it('answers a kept choice without a panel, whatever is chosen later', () => {
    request([tmplId], { choices: { [tmplId]: 'reject' }, alwaysKeep: true });
    expect(panel(tmplId)).toEqual({ show: false });
    expect(request([tmplId])).toMatchObject({ [tmplId]: 'reject' });
  });

  it("answers a kept acceptWithAudio as 'accept' when the panel would not offer voice", () => {
    const choices = { [payment.tmplId]: 'acceptWithAudio' as const };
    request([payment.tmplId], { choices, alwaysKeep: true });
    expect(request([payment.tmplId])).toMatchObject({ [payment.tmplId]: 'acceptWithAudio' });
    expect(request([payment.tmplId, tmplId])).toMatchObject({ [payment.tmplId]: 'accept' });
  });

  it('announces the change', () => {
    request([tmplId]);
    expect(world.announced).toContain('setting');
  });

  it('pushes the popup event once the panel was answered: one template as an object', async () => {
    request([tmplId]);
    expect(await world.pushed('subscribe_msg_popup_event')).toEqual([
      {
        ToUserName: 'gh_0f1e2d3c4b5a',
        FromUserName: LI_LEI,
        CreateTime: 1795406400,
        MsgType: 'event',
        Event: 'subscribe_msg_popup_event',
        List: { TemplateId: tmplId, SubscribeStatusString: 'accept', PopupScene: '0' },
      },
    ]);
  });

  it('pushes several templates as an array', async () => {
    request([tmplId, appointment.tmplId], { choices: { [tmplId]: 'reject' } });
    const [packet] = await world.pushed('subscribe_msg_popup_event');
    expect(packet).toMatchObject({
      List: [
        { TemplateId: tmplId, SubscribeStatusString: 'reject' },
        { TemplateId: appointment.tmplId, SubscribeStatusString: 'accept' },
      ],
    });
  });

  it('pushes nothing when no panel was shown', async () => {
    request([tmplId], { alwaysKeep: true });
    request([tmplId]);
    expect(await world.pushed('subscribe_msg_popup_event')).toHaveLength(1);
  });

  it('lists in the event only the templates that were on the panel', async () => {
    request([tmplId], { alwaysKeep: true });
    request([tmplId, appointment.tmplId]);
    const [, second] = await world.pushed('subscribe_msg_popup_event');
    expect(second).toMatchObject({ List: { TemplateId: appointment.tmplId } });
  });
});

describe('panel', () => {
  it('shows a row for each template, with an example message', () => {
    expect(panel(tmplId, appointment.tmplId)).toMatchObject({
      show: true,
      alwaysKeepOffered: true,
      rows: [
        { tmplId, title: '订单发货通知', type: 2, voiceOffered: false },
        { tmplId: appointment.tmplId, example: expect.arrayContaining([{ label: '预约人', value: '李雷' }]) },
      ],
    });
  });

  it('offers voice for one template that has it', () => {
    expect(panel(payment.tmplId)).toMatchObject({ rows: [{ voiceOffered: true }] });
    expect(panel(payment.tmplId, tmplId)).toMatchObject({ rows: [{ voiceOffered: false }, {}] });
  });

  it('leaves out what is kept, banned or filtered', () => {
    world.wechat.templates.replace([
      orderShipped,
      { ...appointment, title: orderShipped.title },
      { ...payment, banned: true },
      { ...appointment, tmplId: 'kept', title: '已保持' },
    ]);
    request(['kept'], { alwaysKeep: true });
    const rows = panel(tmplId, appointment.tmplId, payment.tmplId, 'kept');
    expect(rows).toMatchObject({ show: true, rows: [{ tmplId }] });
  });

  it('is not shown when the request fails', () => {
    expect(panel('unknown')).toEqual({ show: false });
  });

  it('asks for a long-term template once', () => {
    expect(panel(shuttle.tmplId)).toMatchObject({ show: true });
    request([shuttle.tmplId]);
    expect(panel(shuttle.tmplId)).toEqual({ show: false });
    expect(request([shuttle.tmplId])).toMatchObject({ [shuttle.tmplId]: 'accept' });
  });
});
