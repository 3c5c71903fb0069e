import { createJournal } from '../../../scripts/emulator/journal/journal';
import { createWeChat } from '../../../scripts/emulator/wechat/wechat';
import { createWorld, exampleData, LI_LEI, PNG, TEMPLATES } from './world';

const { tmplId } = TEMPLATES.orderShipped;

describe('createWeChat', () => {
  it('seeds an empty store, and leaves a store with state as it is', () => {
    const { store, clock, wechat } = createWorld();
    wechat.templates.replace([]);
    const invokeFunction = async () => ({ ok: true as const, result: null });
    const again = createWeChat({ store, clock, journal: createJournal(store), invokeFunction });
    expect(again.templates.list()).toEqual([]);
    expect(again.users.list().map(({ nickname }) => nickname)).toEqual(['韩梅梅', '李雷']);
  });
});

describe('reset', () => {
  it('begins again from the seed', async () => {
    const { wechat, accept, call } = createWorld();
    const send = () =>
      call('subscribeMessage.send', {
        touser: LI_LEI,
        template_id: tmplId,
        data: exampleData(TEMPLATES.orderShipped),
      });
    accept(LI_LEI, tmplId);
    accept(LI_LEI, tmplId);
    send();
    wechat.chat.say(LI_LEI, { msgtype: 'text', content: '在吗' });
    wechat.officialAccounts.replace([]);
    wechat.users.require('oSomebodyNew-000000000000001');
    wechat.subscriptionSettings.change(LI_LEI, { mainSwitch: false });
    wechat.miniProgram.change({ subscribingBanned: true });
    wechat.push.changeSettings({ ...wechat.push.settings(), routes: [] });
    wechat.templates.replace([]);

    wechat.reset();

    expect(wechat.users.list()).toHaveLength(2);
    expect(wechat.templates.list()).toHaveLength(4);
    expect(wechat.push.settings().routes).toHaveLength(5);
    expect(wechat.miniProgram.get().subscribingBanned).toBe(false);
    expect(wechat.notifications.list(LI_LEI)).toEqual([]);
    expect(wechat.chat.read(LI_LEI)).toEqual({ messages: [] });
    expect(wechat.officialAccounts.list()).toHaveLength(1);
    expect(send().errcode).toBe(43101);
    await wechat.push.idle();
  });

  it('ends hand-overs and access tokens, and forgets images', async () => {
    const { wechat, functionsAnswer } = createWorld();
    functionsAnswer(async () => ({ ok: true, result: { MsgType: 'transfer_customer_service' } }));
    wechat.chat.say(LI_LEI, { msgtype: 'text', content: '人工' });
    await wechat.push.idle();
    const { mediaId } = wechat.media.keepImage(PNG);
    const { token } = wechat.accessTokens.renew();
    expect(wechat.desk.list()).toHaveLength(1);

    wechat.reset();

    expect(wechat.desk.list()).toEqual([]);
    expect(wechat.media.image(mediaId)).toBeUndefined();
    expect(() => wechat.accessTokens.check('access', token)).toThrow('invalid credential');
  });
});

describe('users', () => {
  it('come into being when their openid is first used', () => {
    const { wechat } = createWorld();
    expect(wechat.users.require('oSomebodyNew-00000000000ab_-')).toEqual({
      openid: 'oSomebodyNew-00000000000ab_-',
      nickname: '微信用户 ab_-',
    });
    expect(wechat.users.list()).toHaveLength(3);
  });

  it.each([
    '',
    'o',
    'xXs1-LiLei-00000000000000001',
    `${LI_LEI}1`,
    'x'.repeat(10_000),
    'o../../etc/passwd-00000000000',
  ])('refuses %j as an openid', (openid) => {
    const { wechat } = createWorld();
    expect(() => wechat.users.require(openid)).toThrow(
      expect.objectContaining({ status: 400, code: 'INVALID_OPENID' }),
    );
  });
});
