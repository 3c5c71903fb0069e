import { decodeEntities } from '../../../../../../scripts/emulator/phone/browser/miniprogram/components/entities';

describe('decodeEntities', () => {
  it('decodes those that WeChat knows, once, and leaves others as they are', () => {
    expect(decodeEntities('a&nbsp;&lt;b&gt; &amp;lt;')).toBe('a\u00a0<b> &lt;');
    expect(decodeEntities('&copy; &constructor; &')).toBe('&copy; &constructor; &');
  });
});
