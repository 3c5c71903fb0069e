import { parsePageUrl } from '../../../../../../scripts/emulator/phone/browser/miniprogram/pages/pageUrl';

describe('parsePageUrl', () => {
  it.each([
    ['/pages/a/a', { path: 'pages/a/a', query: {} }],
    ['/pages/a/a?id=1&name=', { path: 'pages/a/a', query: { id: '1', name: '' } }],
    ['../b/b?x=1=2', { path: 'pages/b/b', query: { x: '1=2' } }],
    ['./c', { path: 'pages/a/c', query: {} }],
    ['c', { path: 'pages/a/c', query: {} }],
  ])('%s', (url, parsed) => {
    expect(parsePageUrl(url, 'pages/a/a')).toEqual(parsed);
  });

  it('starts from the root where there is no page yet', () => {
    expect(parsePageUrl('pages/a/a')).toEqual({ path: 'pages/a/a', query: {} });
  });

  it('leaves decoding to the page, as WeChat does', () => {
    expect(parsePageUrl('pages/a/a?name=%E4%BF%A1').query).toEqual({ name: '%E4%BF%A1' });
  });
});
