import { readXml, writeXml } from '../../../../../cloudfunctions/shared/push/wire/xml';

describe('readXml', () => {
  it('reads texts in CDATA and without, and spaces around them that are not meant', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
      <xml>
        <ToUserName><![CDATA[gh_1]]></ToUserName>
        <CreateTime> 1610969440 </CreateTime>
        <MsgId>12345678901234567890</MsgId>
        <Event>
          <![CDATA[subscribe_msg_popup_event]]>
        </Event>
        <!-- a comment -->
        <Content><![CDATA[ 你好 <b>&amp;</b> ]]></Content>
      </xml>`;
    expect(readXml(text)).toEqual({
      ToUserName: 'gh_1',
      CreateTime: '1610969440',
      MsgId: '12345678901234567890',
      Event: 'subscribe_msg_popup_event',
      Content: ' 你好 <b>&amp;</b> ',
    });
  });

  it('makes an object of elements inside, and an array of those that stand several times', () => {
    const text = '<xml><a><b>1</b><b>2</b><b><c>3</c></b></a><d/><e></e>between<f><![CDATA[]]></f></xml>';
    expect(readXml(text)).toEqual({ a: { b: ['1', '2', { c: '3' }] }, d: '', e: '', f: '' });
  });

  it('knows the five entities of XML and numeric ones, and leaves others as they stand', () => {
    const text = '<xml><a>&lt;&gt;&amp;&quot;&apos; &#20013;&#x6587; &nbsp;&unknown;</a></xml>';
    expect(readXml(text)).toEqual({ a: `<>&"' 中文 &nbsp;&unknown;` });
  });

  it('takes a CDATA section that is divided', () => {
    expect(readXml('<xml><a><![CDATA[x]]]]><![CDATA[>y]]></a></xml>')).toEqual({ a: 'x]]>y' });
  });

  const bomb = `<!DOCTYPE xml [<!ENTITY a "${'x'.repeat(100)}">${Array.from(
    { length: 10 },
    (_, n) => `<!ENTITY b${n} "${`&${n === 0 ? 'a' : `b${n - 1}`};`.repeat(10)}">`,
  ).join('')}]><xml><Content>&b9;</Content></xml>`;

  it.each([
    ['nothing', ''],
    ['a text', 'success'],
    ['another root', '<html><a>1</a></html>'],
    ['two roots', '<xml><a>1</a></xml><xml><a>2</a></xml>'],
    ['a root without elements', '<xml>text</xml>'],
    ['an empty root', '<xml/>'],
    ['what was cut off', '<xml><a>1</a><b>'],
    ['what was cut off in CDATA', '<xml><a><![CDATA[1'],
    ['a document type', '<!DOCTYPE xml><xml><a>1</a></xml>'],
    ['one in small letters', '<!doctype xml><xml><a>1</a></xml>'],
    [
      'one that would read a file',
      '<!DOCTYPE xml [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><a>&f;</a></xml>',
    ],
    ['one inside', '<xml><!DOCTYPE xml><a>1</a></xml>'],
    ['a billion laughs', bomb],
    ['nine levels', `<xml>${'<a>'.repeat(8)}1${'</a>'.repeat(8)}</xml>`],
    ['a thousand elements', `<xml>${'<a>1</a>'.repeat(1_000)}</xml>`],
  ])('refuses %s', (_, text) => {
    expect(readXml(text)).toBeUndefined();
  });

  it('takes eight levels', () => {
    expect(readXml(`<xml>${'<a>'.repeat(7)}1${'</a>'.repeat(7)}</xml>`)).toBeDefined();
  });

  it('lets no name reach a prototype', () => {
    const packet = readXml(
      '<xml><__proto__><isAdmin>1</isAdmin></__proto__><constructor>2</constructor><a>1</a></xml>',
    );
    expect({ ...packet }).toEqual({ constructor: '2', a: '1' });
    expect(packet?.['isAdmin']).toBeUndefined();
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });
});

describe('writeXml', () => {
  it('writes texts in CDATA and numbers bare', () => {
    expect(writeXml({ ToUserName: 'o1', CreateTime: 1 })).toBe(
      '<xml><ToUserName><![CDATA[o1]]></ToUserName><CreateTime>1</CreateTime></xml>',
    );
  });

  it('writes nothing that ends a section', () => {
    const ToUserName = ']]></ToUserName><MsgType>x</MsgType><![CDATA[';
    expect(readXml(writeXml({ ToUserName }))).toEqual({ ToUserName });
  });
});
