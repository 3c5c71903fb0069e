/** A page's address in a mini-program: `pages/index/index?id=1`. */
import { resolvePath } from '../../../path';

export interface PageUrl {
  /** Without a leading slash. */
  path: string;
  query: Record<string, string>;
}

/** @param from the page that an address without a leading slash starts from; default the root */
export function parsePageUrl(url: string, from = ''): PageUrl {
  const [address = '', search = ''] = url.split('?', 2);
  return { path: resolvePath(from, address) ?? address, query: parseQuery(search) };
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
