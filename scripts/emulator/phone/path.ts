/** Paths inside a mini-program: no leading slash, `/` between the parts; and where its packages lie. */

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

/** Where DevTools puts npm packages (WeChat's documentation: dev/devtools/npm). */
export const PACKAGE_FOLDER = 'miniprogram_npm';

/**
 * What app.json's `resolveAlias` makes of a path (WeChat's documentation: reference/configuration/app, resolveAlias):
 * with `{ "@lib/*": "lib/*" }` the path `@lib/a` is `/lib/a`.
 */
export function withoutAlias(aliases: Record<string, string> | undefined, path: string): string {
  for (const [alias, target] of Object.entries(aliases ?? {})) {
    const prefix = alias.replace(/\*$/, '');
    if (path.startsWith(prefix)) return `/${target.replace(/^\/|\*$/g, '')}${path.slice(prefix.length)}`;
  }
  return path;
}

/**
 * Where a module or component may lie that a file names, first to last: from that file, in a folder's `index`, and for
 * a name without `/` or `.` before it in the `miniprogram_npm` of each folder up to the root.
 */
export function candidatePaths(from: string, request: string): string[] {
  const direct = resolvePath(from, request);
  const paths = direct === undefined ? [] : [direct];
  if (!/^[./]/.test(request)) {
    const folders = from.split('/').slice(0, -1);
    for (let depth = folders.length; depth >= 0; depth--) {
      paths.push([...folders.slice(0, depth), PACKAGE_FOLDER, request].join('/'));
    }
  }
  return paths.flatMap((path) => [path, `${path}/index`]);
}
