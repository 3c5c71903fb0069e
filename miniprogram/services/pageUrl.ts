/** The address of a page, as wx.navigateTo takes it. */

/** @param path with or without `/` before it; a query in it stays */
export function pageUrl(path: string, query: Record<string, string> = {}): string {
  const absolute = path.startsWith('/') ? path : `/${path}`;
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  if (pairs.length === 0) return absolute;
  return `${absolute}${absolute.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}
