/** The address of what is shown: `#/page/what?how`. It can be kept, shared and gone back to. */
import { useEffect, useReducer } from 'preact/hooks';

export const PAGES = [
  { id: 'timeline', title: '时间线' },
  { id: 'functions', title: '函数' },
  { id: 'clock', title: '时钟' },
  { id: 'faults', title: '故障' },
  { id: 'templates', title: '模板' },
  { id: 'users', title: '用户' },
  { id: 'push', title: '推送' },
  { id: 'database', title: '数据库' },
  { id: 'state', title: '状态' },
] as const;

export type PageId = (typeof PAGES)[number]['id'];

export interface Address {
  page: PageId;
  /** What is open on the page: the key of an entry, a user's openid; '' is nothing. */
  what: string;
  /** How it is shown: filters. */
  how: URLSearchParams;
}

export function readAddress(): Address {
  const [, path = '', query] = /^#?\/?([^?]*)(?:\?(.*))?$/.exec(window.location.hash) ?? [];
  const [id, ...rest] = path.split('/');
  return {
    page: PAGES.find((page) => page.id === id)?.id ?? 'timeline',
    what: decoded(rest.join('/')),
    how: new URLSearchParams(query),
  };
}

/** As it stands in the address; what nobody could have written there is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function hrefOf(page: PageId, what = '', how = new URLSearchParams()): string {
  const query = how.toString();
  return `#/${page}${what && `/${encodeURIComponent(what)}`}${query && `?${query}`}`;
}

export function goTo(page: PageId, what = ''): void {
  window.location.hash = hrefOf(page, what);
}

const places = new Map<PageId, string>();

/** For {@link wayTo}: what is shown is at this address, or will be soon. */
export function rememberPlace({ page, what, how }: Address): void {
  places.set(page, hrefOf(page, what, how));
}

/** Leads to where the developer was on that page. */
export const wayTo = (page: PageId): string => places.get(page) ?? hrefOf(page);

const CHANGED = 'xinshi-address';
const PUSHED = 'pushed';

/** @param way `push`: the browser's Back leads to what was shown before */
export function writeAddress(address: Address, way: 'push' | 'replace'): void {
  const href = hrefOf(address.page, address.what, address.how);
  if (href === window.location.hash) return;
  if (way === 'push') window.history.pushState(PUSHED, '', href);
  else window.history.replaceState(window.history.state, '', href);
  window.dispatchEvent(new Event(CHANGED));
}

/** Whether Back leads to what the same page showed before it wrote this address. */
export const wasPushed = (): boolean => window.history.state === PUSHED;

/** Told when the developer goes elsewhere: by a link, by Back, by hand. @returns a function that ends it */
export function followAddress(follower: () => void): () => void {
  window.addEventListener('hashchange', follower);
  window.addEventListener('popstate', follower);
  return () => {
    window.removeEventListener('hashchange', follower);
    window.removeEventListener('popstate', follower);
  };
}

export function useAddress(): Address {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const follow = () => {
      rememberPlace(readAddress());
      redraw(undefined);
    };
    follow();
    const end = followAddress(follow);
    window.addEventListener(CHANGED, follow);
    return () => {
      end();
      window.removeEventListener(CHANGED, follow);
    };
  }, []);
  return readAddress();
}

/** What is chosen on a page, kept in its address. */
export function useChosen(page: PageId): [chosen: string, choose: (what: string) => void] {
  const { page: shown, what } = useAddress();
  return [
    shown === page ? what : '',
    (chosen) => writeAddress({ page, what: chosen, how: new URLSearchParams() }, 'replace'),
  ];
}
