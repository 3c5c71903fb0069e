/** Which page is shown: the part of the address after `#/`. */
import { useEffect, useState } from 'preact/hooks';

export const PAGES = [
  { id: 'timeline', title: '时间线' },
  { id: 'clock', title: '时钟' },
  { id: 'faults', title: '故障' },
  { id: 'templates', title: '模板' },
  { id: 'users', title: '用户' },
  { id: 'push', title: '推送' },
  { id: 'database', title: '数据库' },
  { id: 'state', title: '状态' },
] as const;

export type PageId = (typeof PAGES)[number]['id'];

export const hrefOf = (page: PageId): string => `#/${page}`;

function currentPage(): PageId {
  const [, id] = window.location.hash.split('/');
  return PAGES.find((page) => page.id === id)?.id ?? 'timeline';
}

export function goTo(page: PageId): void {
  window.location.hash = hrefOf(page);
}

export function usePage(): PageId {
  const [page, setPage] = useState(currentPage);
  useEffect(() => {
    const follow = () => setPage(currentPage());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return page;
}
