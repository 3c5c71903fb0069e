import { readPacket, writePacket } from '../../../../scripts/emulator/wechat/push/packetText';

const ENVELOPE = { ToUserName: 'gh_0f1e2d3c4b5a', FromUserName: 'oUser', CreateTime: 1482048670 };
const text = (Content: string) => ({
  ...ENVELOPE,
  MsgType: 'text',
  Content,
  MsgId: '1864323726461255680',
});

describe('writePacket', () => {
  it('writes JSON with MsgId as a bare number of 64 bits', () => {
    expect(writePacket(text('在吗 "1"'), 'json')).toBe(
      '{"ToUserName":"gh_0f1e2d3c4b5a","FromUserName":"oUser","CreateTime":1482048670,"MsgType":"text","Content":"在吗 \\"1\\"","MsgId":1864323726461255680}',
    );
  });

  it("writes XML in WeChat's order, texts in CDATA and numbers bare", () => {
    expect(writePacket(text('<a> & ]]> b'), 'xml')).toBe(
      [
        '<xml><ToUserName><![CDATA[gh_0f1e2d3c4b5a]]></ToUserName>',
        '<FromUserName><![CDATA[oUser]]></FromUserName>',
        '<CreateTime>1482048670</CreateTime>',
        '<MsgType><![CDATA[text]]></MsgType>',
        '<Content><![CDATA[<a> & ]]]]><![CDATA[> b]]></Content>',
        '<MsgId>1864323726461255680</MsgId></xml>',
      ].join('\n'),
    );
  });

  it('writes the items of a subscription event in XML as List elements in an element of its own', () => {
    const event = { MsgType: 'event', Event: 'subscribe_msg_popup_event' };
    const item = { TemplateId: 'a', SubscribeStatusString: 'accept', PopupScene: '0' };
    const list =
      '<List><TemplateId><![CDATA[a]]></TemplateId>\n<SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString>\n<PopupScene>0</PopupScene></List>';
    expect(writePacket({ ...event, List: item }, 'xml')).toContain(
      `<SubscribeMsgPopupEvent>${list}</SubscribeMsgPopupEvent>`,
    );
    expect(writePacket({ ...event, List: [item, item] }, 'xml')).toContain(
      `<SubscribeMsgPopupEvent>${list}\n${list}</SubscribeMsgPopupEvent>`,
    );
  });

  it('leaves out control characters, for which XML has no place', () => {
    expect(writePacket({ Content: 'a\u0000b\u001fc\n' }, 'xml')).toBe(
      '<xml><Content><![CDATA[abc\n]]></Content></xml>',
    );
  });
});

describe('readPacket', () => {
  it('reads JSON and XML, plain and in CDATA', () => {
    expect(readPacket('{"MsgType":"transfer_customer_service"}')).toEqual({
      MsgType: 'transfer_customer_service',
    });
    expect(readPacket(' <xml>\n <MsgType><![CDATA[a&b]]></MsgType><Nonce>0123</Nonce></xml>\n')).toEqual({
      MsgType: 'a&b',
      Nonce: '0123',
    });
  });

  it('reads back what it writes', () => {
    for (const content of ['在吗', '<a> & ]]> b', '']) {
      expect(readPacket(writePacket(text(content), 'xml'))).toMatchObject({ Content: content });
      expect(readPacket(writePacket(text(content), 'json'))).toMatchObject({ Content: content });
    }
  });

  it.each([
    '',
    'success',
    '[]',
    '1',
    'null',
    '<xml>',
    '<html></html>',
    '<xml></xml>',
    '{"a":',
    '<xml><a></b></xml>',
  ])('finds no packet in %j', (answer) => expect(readPacket(answer)).toBeUndefined());

  it('does not expand entities', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xml><MsgType>&b;</MsgType></xml>';
    expect(readPacket(bomb)).toEqual({ MsgType: '&b;' });
  });

  it('finds no packet in what is nested thousands deep', () => {
    expect(readPacket('['.repeat(10_000))).toBeUndefined();
    const deep = `<xml>${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}</xml>`;
    expect(readPacket(deep)).toBeUndefined();
  });

  it('takes no harm from names of built-in properties', () => {
    expect(readPacket('<xml><__proto__><polluted>1</polluted></__proto__></xml>')).toBeUndefined();
    readPacket('{"__proto__":{"polluted":1}}');
    expect({}).not.toHaveProperty('polluted');
  });
});
