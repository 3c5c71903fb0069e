import { pageUrl } from '../../../miniprogram/services/pageUrl';

describe('pageUrl', () => {
  it.each([
    ['pages/order/order', {}, '/pages/order/order'],
    ['/pages/order/order', { id: '1' }, '/pages/order/order?id=1'],
    ['/pages/order/order?id=1', { from: '卡&片' }, '/pages/order/order?id=1&from=%E5%8D%A1%26%E7%89%87'],
  ])('%s with %j', (path, query, url) => {
    expect(pageUrl(path, query as Record<string, string>)).toBe(url);
  });
});
