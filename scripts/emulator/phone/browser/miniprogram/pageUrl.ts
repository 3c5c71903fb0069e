/** A page's address in a mini-program: `pages/index/index?id=1`. */

export interface PageUrl {
  /** Without a leading slash. */
  path: string;
  query: Record<string, string>;
}

/** @param base the page that a relative address starts from */
export function parsePageUrl(url: string, base = ''): PageUrl {
  const [address = '', search = ''] = url.split('?', 2);
  const parts = address.startsWith('.') ? base.split('/').slice(0, -1) : [];
  for (const part of address.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return { path: parts.join('/'), query: parseQuery(search) };
}

/** WeChat hands the values over as they are written: it is the page that decodes them. */
function parseQuery(search: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const [name = '', ...value] = pair.split('=');
    query[name] = value.join('=');
  }
  return query;
}
