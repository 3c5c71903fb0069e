import { messageSchema } from '../../../../cloudfunctions/shared/conversation/messageSchema';
import { parseInput } from '../../../../cloudfunctions/shared/platform/input';

const web = { link: 'web', text: '官网', url: 'https://example.com' };

describe('a message that is wrong', () => {
  it.each([
    ['content', { msgtype: 'text', content: 5 }],
    ['content', { msgtype: 'text', content: '' }],
    ['content', { msgtype: 'text', content: [] }],
    ['content.1.url', { msgtype: 'text', content: ['看', { link: 'web', text: '官网' }] }],
    ['content.1.url', { msgtype: 'text', content: ['看', { ...web, url: 'javascript:alert(1)' }] }],
    ['content.0.path', { msgtype: 'text', content: [{ link: 'miniProgram', text: '订单' }] }],
    ['content.0.link', { msgtype: 'text', content: [{ link: 'app', text: '订单' }] }],
    ['fileId', { msgtype: 'image', fileId: 'https://example.com/1.png' }],
    ['data', { msgtype: 'image', data: 'no base64' }],
    ['url', { msgtype: 'link', title: 't', description: 'd', url: 'file:///etc', thumbUrl: web.url }],
    ['msgtype', { msgtype: 'voice' }],
  ])('is refused with the name of the field %s', (field, message) => {
    expect(() => parseInput(messageSchema, message)).toThrow(`${field}: `);
  });

  it('is none with parts of every kind', () => {
    const content = ['看看', web, { link: 'miniProgram', text: '订单', path: 'pages/order/order' }];
    expect(parseInput(messageSchema, { msgtype: 'text', content })).toEqual({ msgtype: 'text', content });
  });
});
