import { lineOf } from '../../../../cloudfunctions/shared/platform/log';

describe('lineOf', () => {
  it('is one line of JSON', () => {
    expect(JSON.parse(lineOf('sent', { openid: 'o1', text: 'a\nb' }))).toEqual({
      message: 'sent',
      openid: 'o1',
      text: 'a\nb',
    });
  });

  it.each([
    'access_token',
    'accessToken',
    'secret',
    'EncodingAESKey',
    'Authorization',
    'TENCENTCLOUD_SECRETKEY',
  ])('leaves out the value of %s, at any depth', (field) => {
    expect(lineOf('x', { request: { [field]: 'hush' } })).not.toContain('hush');
  });

  it('leaves out tokens inside texts and errors', () => {
    const url = 'https://api.weixin.qq.com/cgi-bin/x?access_token=hush&a=1';
    expect(lineOf('x', { url })).toContain('access_token=[redacted]&a=1');
    expect(lineOf('x', { error: new Error(`GET ${url}`) })).not.toContain('hush');
  });
});
