import {
  type CustomerServiceMessage,
  sendCustomerServiceMessage,
  setTyping,
} from '../../../../cloudfunctions/shared/wechat/customerServiceMessage';
import { sendSubscribeMessage } from '../../../../cloudfunctions/shared/wechat/subscribeMessage';
import type { Transport } from '../../../../cloudfunctions/shared/wechat/transport';
import { sendUniformMessage } from '../../../../cloudfunctions/shared/wechat/uniformMessage';

/** A transport that keeps what it was asked to carry. */
function carrying(answer: unknown = {}): Transport & { calls: unknown[][] } {
  const calls: unknown[][] = [];
  return {
    calls,
    call: async (...call) => {
      calls.push(call);
      return answer;
    },
  };
}

describe('sendSubscribeMessage', () => {
  it('speaks WeChat’s spelling and leaves out what is not given', async () => {
    const transport = carrying({ msgid: 123 });
    const sent = await sendSubscribeMessage(transport, { openid: 'o1', tmplId: 't1', data: { thing1: 'x' } });
    expect(sent).toEqual({ msgid: '123' });
    expect(transport.calls).toEqual([
      ['subscribeMessage.send', { touser: 'o1', template_id: 't1', data: { thing1: { value: 'x' } } }],
    ]);
  });

  it('passes page, state and language', async () => {
    const transport = carrying();
    await sendSubscribeMessage(transport, {
      openid: 'o1',
      tmplId: 't1',
      data: {},
      page: 'index?foo=bar',
      miniprogramState: 'trial',
      lang: 'en_US',
    });
    expect(transport.calls[0]?.[1]).toMatchObject({
      page: 'index?foo=bar',
      miniprogram_state: 'trial',
      lang: 'en_US',
    });
  });

  it.each([undefined, null, 'ok', {}, { msgid: 'x' }])(
    'has no msgid when WeChat answers %p',
    async (answer) => {
      const sent = await sendSubscribeMessage(carrying(answer), { openid: 'o1', tmplId: 't1', data: {} });
      expect(sent).toEqual({ msgid: undefined });
    },
  );
});

describe('sendUniformMessage', () => {
  const mpTemplateMsg = {
    appid: 'wx1',
    templateId: 't1',
    url: 'https://example.com',
    miniprogram: { appid: 'wx2', pagepath: 'index?foo=bar' },
    data: { orderProductName: { value: 'x', color: '#173177' } },
  };

  it('keeps the template’s keys as they are', async () => {
    const transport = carrying();
    await sendUniformMessage(transport, { openid: 'o1', mpTemplateMsg });
    const { templateId, ...rest } = mpTemplateMsg;
    expect(transport.calls).toEqual([
      ['uniformMessage.send', { touser: 'o1', mp_template_msg: { ...rest, template_id: templateId } }],
    ]);
  });

  it('passes the withdrawn mini-program template as documented', async () => {
    const transport = carrying();
    const weappTemplateMsg = {
      templateId: 't2',
      page: 'index',
      formId: 'f1',
      data: { keyword1: { value: 'x' } },
      emphasisKeyword: 'keyword1.DATA',
    };
    await sendUniformMessage(transport, { openid: 'o1', weappTemplateMsg, mpTemplateMsg });
    expect(transport.calls[0]?.[1]).toMatchObject({
      weapp_template_msg: {
        template_id: 't2',
        page: 'index',
        form_id: 'f1',
        data: { keyword1: { value: 'x' } },
        emphasis_keyword: 'keyword1.DATA',
      },
    });
  });
});

describe('sendCustomerServiceMessage', () => {
  const messages: [CustomerServiceMessage, object][] = [
    [{ msgtype: 'text', content: 'hi' }, { text: { content: 'hi' } }],
    [{ msgtype: 'image', mediaId: 'm1' }, { image: { media_id: 'm1' } }],
    [
      { msgtype: 'link', title: 't', description: 'd', url: 'u', thumbUrl: 'p' },
      { link: { title: 't', description: 'd', url: 'u', thumb_url: 'p' } },
    ],
    [
      { msgtype: 'miniprogrampage', title: 't', pagepath: 'p', thumbMediaId: 'm1' },
      { miniprogrampage: { title: 't', pagepath: 'p', thumb_media_id: 'm1' } },
    ],
  ];

  it.each(messages)('speaks WeChat’s spelling: %j', async (message, content) => {
    const transport = carrying();
    await sendCustomerServiceMessage(transport, 'o1', message);
    expect(transport.calls).toEqual([
      ['customerServiceMessage.send', { touser: 'o1', msgtype: message.msgtype, ...content }],
    ]);
  });
});

describe('setTyping', () => {
  it('passes the command', async () => {
    const transport = carrying();
    await setTyping(transport, 'o1', 'CancelTyping');
    expect(transport.calls).toEqual([
      ['customerServiceMessage.setTyping', { touser: 'o1', command: 'CancelTyping' }],
    ]);
  });
});
