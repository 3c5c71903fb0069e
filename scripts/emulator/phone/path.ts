/** Paths inside a mini-program: no leading slash, `/` between the parts. */

/**
 * Resolves a path that a file or page names: from the root with a leading `/`, else from where that file lies.
 *
 * @param from the path of that file or page; '' is the root
 * @returns undefined when it leads out of the mini-program
 */
export function resolvePath(from: string, path: string): string | undefined {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
