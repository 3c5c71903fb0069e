import { settings } from '../../../../cloudfunctions/shared/platform/settings';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

describe('settings', () => {
  it.each([
    ['absent', undefined],
    ['empty', ''],
    ['blank', '  '],
    ['a placeholder that nobody filled', '{{env.XINSHI_APPID}}'],
    ['a placeholder with spaces', ' {{ env.XINSHI_APPID }} '],
  ])('has no appid when the variable is %s', (_what, value) => {
    if (value === undefined) delete process.env['XINSHI_APPID'];
    else process.env['XINSHI_APPID'] = value;
    expect(settings.appid).toBeUndefined();
  });

  it('reads a variable each time, without the space around it', () => {
    process.env['XINSHI_APPID'] = ' wx1 ';
    expect(settings.appid).toBe('wx1');
    process.env['XINSHI_APPID'] = 'wx2';
    expect(settings.appid).toBe('wx2');
  });

  it('has defaults for what is not set', () => {
    expect(settings).toMatchObject({
      transport: 'auto',
      wechatUrl: 'https://api.weixin.qq.com',
      auditContent: 'none',
      auditDays: 30,
      callsPerMinute: 60,
    });
  });

  it.each([
    ['https://wechat.example', 'https://wechat.example'],
    ['https://wechat.example/', 'https://wechat.example'],
    ['http://127.0.0.1:9527', 'http://127.0.0.1:9527'],
    ['http://localhost:9527', 'http://localhost:9527'],
    ['http://[::1]:9527', 'http://[::1]:9527'],
  ])('takes %s for WeChat’s address', (value, origin) => {
    process.env['XINSHI_WECHAT_URL'] = value;
    expect(settings.wechatUrl).toBe(origin);
  });

  it.each([
    ['XINSHI_WECHAT_URL', 'http://api.weixin.qq.com', () => settings.wechatUrl],
    ['XINSHI_WECHAT_URL', 'http://127.0.0.1.example', () => settings.wechatUrl],
    ['XINSHI_WECHAT_URL', 'https://user:word@wechat.example', () => settings.wechatUrl],
    ['XINSHI_WECHAT_URL', 'https://wechat.example/cgi-bin', () => settings.wechatUrl],
    ['XINSHI_WECHAT_URL', 'ftp://wechat.example', () => settings.wechatUrl],
    ['XINSHI_WECHAT_URL', 'wechat', () => settings.wechatUrl],
    ['XINSHI_TRANSPORT', 'pigeon', () => settings.transport],
    ['XINSHI_AUDIT_CONTENT', 'all', () => settings.auditContent],
    ['XINSHI_AUDIT_DAYS', '0', () => settings.auditDays],
    ['XINSHI_CALLS_PER_MINUTE', '1.5', () => settings.callsPerMinute],
  ])('refuses %s=%s, by the name of the variable alone', (name, value, read) => {
    process.env[name] = value;
    expect(read).toThrow(
      expect.objectContaining({ code: 'INVALID_SETTING', message: expect.stringContaining(name) }),
    );
    expect(read).not.toThrow(expect.objectContaining({ message: expect.stringContaining(value) }));
  });
});
