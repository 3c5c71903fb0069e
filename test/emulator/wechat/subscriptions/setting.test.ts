import { createWorld, HAN_MEI, LI_LEI, TEMPLATES, type World } from '../world';

const { orderShipped, appointment, payment, shuttle } = TEMPLATES;
const { tmplId } = orderShipped;

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.wechat.push.idle());

const subscriptionsSetting = () => world.wechat.subscriptionSettings.get(LI_LEI, true).subscriptionsSetting;

describe('get', () => {
  it('has no subscriptionsSetting unless it is asked for', () => {
    expect(world.wechat.subscriptionSettings.get(LI_LEI, false)).toEqual({
      errMsg: 'getSetting:ok',
      authSetting: {},
    });
  });

  it('has the main switch on and no items for a user who has kept nothing', () => {
    world.accept(LI_LEI, tmplId);
    expect(subscriptionsSetting()).toEqual({ mainSwitch: true });
  });

  it('lists what the user keeps, and only for him', () => {
    const choices = { [appointment.tmplId]: 'reject' as const };
    const asked = [tmplId, appointment.tmplId];
    world.wechat.subscribeRequests.request(LI_LEI, asked, { choices, alwaysKeep: true });
    expect(subscriptionsSetting()).toEqual({
      mainSwitch: true,
      itemSettings: { [tmplId]: 'accept', [appointment.tmplId]: 'reject' },
    });
    expect(world.wechat.subscriptionSettings.get(HAN_MEI, true).subscriptionsSetting).toEqual({
      mainSwitch: true,
    });
  });

  it("lists a kept acceptWithAudio as 'accept', and a banned template as 'ban'", () => {
    const choices = { [payment.tmplId]: 'acceptWithAudio' as const };
    world.wechat.subscribeRequests.request(LI_LEI, [payment.tmplId], { choices, alwaysKeep: true });
    expect(subscriptionsSetting()?.itemSettings).toEqual({ [payment.tmplId]: 'accept' });
    world.wechat.templates.replace([{ ...payment, banned: true }]);
    expect(subscriptionsSetting()?.itemSettings).toEqual({ [payment.tmplId]: 'ban' });
  });
});

describe('change', () => {
  it('pushes the change event for a template that is now rejected', async () => {
    world.wechat.subscriptionSettings.change(LI_LEI, { itemSettings: { [tmplId]: 'reject' } });
    expect(await world.pushed('subscribe_msg_change_event')).toEqual([
      expect.objectContaining({
        MsgType: 'event',
        FromUserName: LI_LEI,
        List: { TemplateId: tmplId, SubscribeStatusString: 'reject' },
      }),
    ]);
  });

  it('pushes several rejects in one event, as an array', async () => {
    world.wechat.subscriptionSettings.change(LI_LEI, {
      itemSettings: { [tmplId]: 'reject', [appointment.tmplId]: 'reject' },
    });
    const [packet] = await world.pushed('subscribe_msg_change_event');
    expect(packet?.['List']).toHaveLength(2);
  });

  it('pushes nothing for an accept, for the main switch, or for a reject that was there before', async () => {
    world.wechat.subscriptionSettings.change(LI_LEI, { itemSettings: { [tmplId]: 'reject' } });
    world.wechat.subscriptionSettings.change(LI_LEI, { itemSettings: { [tmplId]: 'reject' } });
    world.wechat.subscriptionSettings.change(LI_LEI, {
      itemSettings: { [tmplId]: 'accept' },
      mainSwitch: false,
    });
    expect(await world.pushed('subscribe_msg_change_event')).toHaveLength(1);
  });

  it('opens a long-term template again when its switch is turned on', () => {
    const mayReceive = () =>
      world.call('subscribeMessage.send', { touser: LI_LEI, template_id: shuttle.tmplId, data: {} }).errcode;
    world.wechat.subscriptionSettings.change(LI_LEI, { itemSettings: { [shuttle.tmplId]: 'reject' } });
    expect(mayReceive()).toBe(43101);
    world.wechat.subscriptionSettings.change(LI_LEI, { itemSettings: { [shuttle.tmplId]: 'accept' } });
    expect(mayReceive()).toBe(47003);
  });

  it('refuses an unknown template and changes nothing', () => {
    const change = { mainSwitch: false, itemSettings: { unknown: 'reject' as const } };
    expect(() => world.wechat.subscriptionSettings.change(LI_LEI, change)).toThrow(
      expect.objectContaining({ status: 404, code: 'UNKNOWN_TEMPLATE' }),
    );
    expect(subscriptionsSetting()).toEqual({ mainSwitch: true });
  });

  it('announces the change', () => {
    world.wechat.subscriptionSettings.change(LI_LEI, { mainSwitch: false });
    expect(world.announced).toContain('setting');
  });
});
