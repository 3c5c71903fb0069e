import { defaultSeed } from '../../../../scripts/emulator/wechat/seed';
import { createWorld, HAN_MEI, LI_LEI, type World } from '../world';

const [account] = defaultSeed().officialAccounts;
if (!account) throw new Error('the seed has an official account');
const APPID = 'wx0f1e2d3c4b5a6978';
const templateId = account.templates[0]?.templateId;
const officialOpenid = account.followers[0]?.officialOpenid;

let world: World;
beforeEach(() => {
  world = createWorld({ pages: () => ['pages/index/index'] });
});

const send = (message: Record<string, unknown> = {}, args: Record<string, unknown> = {}) =>
  world.call('uniformMessage.send', {
    touser: LI_LEI,
    mp_template_msg: {
      appid: account.appid,
      template_id: templateId,
      url: 'https://example.com/order/1',
      miniprogram: { appid: APPID, pagepath: 'pages/index/index?order=1' },
      data: {
        first: { value: '已发货', color: '#173177' },
        keyword1: { value: 42 },
        unknown: { value: 'x' },
      },
      ...message,
    },
    ...args,
  });
const received = () => world.wechat.officialAccounts.messages(LI_LEI);
const failed = (errcode: number, text: string) => ({
  errcode,
  errmsg: expect.stringContaining(`${text} rid: `),
});

describe('uniformMessage.send', () => {
  it("puts a message into the official account's chat and announces it", () => {
    expect(send()).toMatchObject({ errcode: 0, errmsg: 'ok' });
    expect(received()).toEqual([
      {
        id: expect.any(String),
        openid: LI_LEI,
        account: { appid: account.appid, name: '信使服务号' },
        templateId,
        title: '订单状态通知',
        lines: [
          { label: '', value: '已发货', color: '#173177' },
          { label: '订单编号', value: '42' },
          { label: '订单状态', value: '' },
          { label: '', value: '' },
        ],
        url: 'https://example.com/order/1',
        miniProgram: { appid: APPID, pagePath: 'pages/index/index?order=1' },
        receivedAt: world.clock.now(),
      },
    ]);
    expect(world.announced).toContain('officialAccountMessage');
  });

  it("takes the user's openid in the official account as well", () => {
    expect(send({}, { touser: officialOpenid }).errcode).toBe(0);
    expect(received()).toHaveLength(1);
  });

  it('needs neither url nor mini-program', () => {
    expect(send({ url: undefined, miniprogram: undefined }).errcode).toBe(0);
    expect(received()[0]).not.toHaveProperty('url');
    expect(received()[0]).not.toHaveProperty('miniProgram');
  });

  it('answers 45103 when weapp_template_msg is there, which would be sent first', () => {
    const weapp = { weapp_template_msg: { template_id: 'x', page: '', form_id: 'y', data: {} } };
    expect(send({}, weapp)).toMatchObject(failed(45103, 'This API has been unsupported'));
    expect(received()).toEqual([]);
    expect(send({}, { weapp_template_msg: null }).errcode).toBe(0);
  });

  it.each([['nobody'], ['x'.repeat(10_000)], [null]])('answers 40003 for the openid %j', (touser) => {
    expect(send({}, { touser })).toMatchObject(failed(40003, 'invalid openid'));
  });

  it.each([['wxunknown'], [undefined], [7]])('answers 40013 for the official account %j', (appid) => {
    expect(send({ appid })).toMatchObject(failed(40013, 'invalid appid'));
  });

  it('answers 40013 for an account that is not bound, or has another owner', () => {
    world.wechat.officialAccounts.replace([{ ...account, boundMiniPrograms: [] }]);
    expect(send().errcode).toBe(40013);
    world.wechat.officialAccounts.replace([{ ...account, sameOwner: false }]);
    expect(send().errcode).toBe(40013);
  });

  it('answers 40013 for a jump to a mini-program that is not bound to the account', () => {
    expect(send({ miniprogram: { appid: 'wx1111111111111111', pagepath: 'a' } }).errcode).toBe(40013);
  });

  it('answers 40013 when mp_template_msg is missing', () => {
    expect(world.call('uniformMessage.send', { touser: LI_LEI }).errcode).toBe(40013);
  });

  it('answers 40037 for an unknown template', () => {
    expect(send({ template_id: 'unknown' })).toMatchObject(failed(40037, 'invalid template_id'));
  });

  it('answers 41030 for a page that the mini-program lacks', () => {
    const miniprogram = { appid: APPID, pagepath: 'pages/nowhere' };
    expect(send({ miniprogram })).toMatchObject(failed(41030, 'invalid page'));
  });

  it('answers 43004 for a user who does not follow the account', () => {
    expect(send({}, { touser: HAN_MEI })).toMatchObject(failed(43004, 'require subscribe'));
  });

  it('answers 45009 when the messages of the day are used up', () => {
    world.wechat.miniProgram.change({ uniformMessagesPerDay: 1 });
    expect(send().errcode).toBe(0);
    expect(send()).toMatchObject(failed(45009, 'reach max api daily quota limit'));
    world.clock.advance(24 * 3_600_000);
    expect(send().errcode).toBe(0);
  });
});
