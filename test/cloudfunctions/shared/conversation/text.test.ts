import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import type { TextPart } from '../../../../cloudfunctions/shared/conversation/message';
import {
  markupOf,
  miniProgramLink,
  text,
  webLink,
} from '../../../../cloudfunctions/shared/conversation/text';

const APPID = 'wx0123456789abcdef';

describe('a text of parts', () => {
  it('links a page of this mini-program as WeChat’s documentation writes it', () => {
    const link = miniProgramLink({
      text: '订单',
      path: 'pages/order/order?id=1&from=chat',
      url: 'https://a.example',
    });
    expect(markupOf(text`看看${link}吧`, APPID)).toBe(
      '看看<a href="https://a.example" data-miniprogram-appid="wx0123456789abcdef" data-miniprogram-path="pages/order/order?id=1&from=chat">订单</a>吧',
    );
  });

  it('links a web page', () => {
    expect(markupOf([webLink({ text: '官网', url: 'https://a.example/?q=1' })], APPID)).toBe(
      '<a href="https://a.example/?q=1">官网</a>',
    );
  });

  it('keeps numbers and a < that begins no tag', () => {
    expect(markupOf(text`${3} < 5，<3`, APPID)).toBe('3 < 5，<3');
  });

  it('lets no value become a tag, not even with the part that follows', () => {
    expect(markupOf(['<a href="x">', '</a>', '<', 'a href="y">'], APPID)).not.toMatch(/<[a/]/);
  });

  it('lets no address leave its attribute', () => {
    const url = 'https://a.example/"><a href="https://evil.example';
    expect(markupOf([webLink({ text: 'x', url })], APPID)).toBe(
      '<a href="https://a.example/%22%3E%3Ca%20href=%22https://evil.example">x</a>',
    );
  });

  it('is read back as exactly the links that were put in, whatever the values are', () => {
    const word = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('<', '>', '"', "'", 'a', '/', ' ', '=', '&', ';', 'href') }),
    );
    const part: fc.Arbitrary<TextPart> = fc.oneof(
      word,
      fc.record({ link: fc.constant('web' as const), text: word, url: word }),
      fc.record({ link: fc.constant('miniProgram' as const), text: word, path: word }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const read = linksIn(markupOf(parts, APPID));
        const links = parts.filter((one) => typeof one !== 'string');
        expect(read.tags).toHaveLength(links.length);
        expect(read.tags.every((names) => names.every((name) => ATTRIBUTES.has(name)))).toBe(true);
        expect(read.closed).toBe(links.length);
      }),
    );
  });
});

const ATTRIBUTES = new Set(['href', 'data-miniprogram-appid', 'data-miniprogram-path']);

/** What a reader of HTML, which is more lenient than WeChat, finds in it. */
function linksIn(markup: string): { tags: string[][]; closed: number } {
  const tags: string[][] = [];
  let closed = 0;
  const parser = new Parser({
    onopentag: (_name, attributes) => tags.push(Object.keys(attributes)),
    onclosetag: (_name, implied) => {
      if (!implied) closed += 1;
    },
  });
  parser.end(markup);
  return { tags, closed };
}
