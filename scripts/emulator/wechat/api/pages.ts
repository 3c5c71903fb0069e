/** Whether a page that a message leads to exists: error 41030. */

/**
 * @param page may have a query, and a slash before it: many mini-programs send `/pages/index/index`
 * @param pages paths of the mini-program's pages; undefined when they are not known
 */
export function pageExists(page: string, pages: string[] | undefined): boolean {
  if (pages === undefined) return true;
  const path = page.replace(/^\//, '').replace(/\?.*$/s, '');
  return pages.includes(path);
}
