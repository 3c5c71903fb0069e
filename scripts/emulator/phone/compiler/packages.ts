/**
 * npm packages, where DevTools' 构建 npm would put them (WeChat's documentation: dev/devtools/npm), without that step: a
 * package that lies in a `node_modules` is read as if it were in `miniprogram_npm`.
 */
import { existsSync, realpathSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';
import * as v from 'valibot';
import { PACKAGE_FOLDER } from '../path';
import type { SourceError } from '../program';

/** One that is made for mini-programs: its files are used as they are. */
interface CopiedPackage {
  /** From the root of the mini-program: `miniprogram_npm/tdesign-miniprogram`. */
  place: string;
  /** Absolute. */
  folder: string;
}

/** Any other: one script of its entry and what that requires of the same package. */
interface PackedPackage {
  place: string;
  /** Absolute. */
  entry: string;
}

export interface NpmPackages {
  copied: CopiedPackage[];
  packed: PackedPackage[];
  missing: MissingPackage[];
}

/** One that is named, and not installed. */
interface MissingPackage {
  name: string;
  /** What tells the author. */
  warning: SourceError;
}

/** Where an extended library (app.json's `useExtendedLib`) is on npm; WeChat brings it by itself. */
const EXTENDED_LIBRARIES: Record<string, string> = { weui: 'weui-miniprogram' };

const names = v.fallback(v.record(v.string(), v.unknown()), {});
const Manifest = v.fallback(
  v.object({
    main: v.fallback(v.string(), 'index.js'),
    miniprogram: v.fallback(v.optional(v.string()), undefined),
    dependencies: v.fallback(v.optional(names, {}), {}),
  }),
  { main: 'index.js', miniprogram: undefined, dependencies: {} },
);
const AppLibraries = v.fallback(v.object({ useExtendedLib: v.optional(names, {}) }), { useExtendedLib: {} });
const ProjectConfig = v.fallback(
  v.object({
    setting: v.object({
      packNpmManually: v.optional(v.boolean(), false),
      packNpmRelationList: v.optional(
        v.array(v.object({ packageJsonPath: v.string(), miniprogramNpmDistDir: v.string() })),
        [],
      ),
    }),
  }),
  { setting: { packNpmManually: false, packNpmRelationList: [] } },
);

/** @param root the mini-program's folder */
export async function findPackages(root: string): Promise<NpmPackages> {
  const found: NpmPackages = { copied: [], packed: [], missing: [] };
  for (const { manifest, target } of await manifests(root)) {
    const { dependencies } = await read(Manifest, join(root, manifest));
    for (const name of Object.keys(dependencies)) {
      await add(found, root, { name, from: join(root, dirname(manifest)), target, namedBy: manifest });
    }
  }
  const { useExtendedLib } = await read(AppLibraries, join(root, 'app.json'));
  for (const [library, package_] of Object.entries(EXTENDED_LIBRARIES)) {
    if (!useExtendedLib[library]) continue;
    // The project's own, else one that is installed beside the emulator.
    const from = installed(package_, root) === undefined ? __dirname : root;
    await add(found, root, { name: package_, from, target: '', namedBy: 'app.json' });
  }
  return found;
}

/** The style sheet that an extended library puts before app.wxss. */
export async function extendedStyles(root: string): Promise<string[]> {
  const { useExtendedLib } = await read(AppLibraries, join(root, 'app.json'));
  return useExtendedLib['weui'] ? [`${PACKAGE_FOLDER}/weui-miniprogram/weui-wxss/dist/style/weui.wxss`] : [];
}

interface Placing {
  name: string;
  /** The folder that looks for it. */
  from: string;
  /** Where `miniprogram_npm` would be made, from the root. */
  target: string;
  namedBy: string;
}

/** A package and those that it depends on; all lie side by side. */
async function add(
  found: NpmPackages,
  root: string,
  { name, from, target, namedBy }: Placing,
): Promise<void> {
  const place = [target, PACKAGE_FOLDER, name].filter((part) => part !== '').join('/');
  // What was built is what DevTools would run.
  if (existsSync(join(root, place)) || isKnown(found, place)) return;
  const folder = isPackageName(name) ? installed(name, from) : undefined;
  if (folder === undefined) {
    // No package.json names what app.json asks for: `npm install` alone would not bring it.
    const install = namedBy === 'app.json' ? `npm install ${name}` : 'npm install';
    const message = `the package ${name} is not installed: run ${install}`;
    found.missing.push({ name, warning: { file: namedBy, message } });
    return;
  }
  const {
    main,
    miniprogram = 'miniprogram_dist',
    dependencies,
  } = await read(Manifest, join(folder, 'package.json'));
  const files = join(folder, miniprogram);
  if (isInside(folder, files) && existsSync(files)) found.copied.push({ place, folder: files });
  else found.packed.push({ place, entry: entryOf(folder, main) });
  for (const dependency of Object.keys(dependencies)) {
    await add(found, root, { name: dependency, from: folder, target, namedBy: `${name}/package.json` });
  }
}

/** Whether a component's path, as it is written, leads into a package that is not installed: its author knows then. */
export function isOfMissing({ missing }: NpmPackages, path: string): boolean {
  const [, inPackages = path] = new RegExp(`(?:^|/)${PACKAGE_FOLDER}/(.*)`).exec(path) ?? [];
  return missing.some(({ name }) => `${inPackages}/`.startsWith(`${name}/`));
}

const isKnown = ({ copied, packed }: NpmPackages, place: string) =>
  [...copied, ...packed].some((known) => known.place === place);

/** `name` or `@scope/name`: no path that leads elsewhere. */
const isPackageName = (name: string) => /^(@[\w.~-]+\/)?[\w~-][\w.~-]*$/.test(name);

/** What a package says of its own files: none of another's. */
const isInside = (folder: string, file: string) => `${file}${sep}`.startsWith(`${folder}${sep}`);

/**
 * As Node.js finds it: in the `node_modules` of this folder, or of one above it.
 *
 * @returns where it really lies, beside what it depends on: pnpm links to there
 */
function installed(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return realpathSync(candidate);
    if (folder === dirname(folder)) return undefined;
  }
}

const entryOf = (folder: string, main: string) =>
  [main, `${main}.js`, join(main, 'index.js')]
    .map((file) => join(folder, file))
    .find((file) => /\.[cm]?js$/.test(file) && isInside(folder, file) && existsSync(file)) ??
  join(folder, 'index.js');

/** Each package.json in the mini-program's folder, or those that project.config.json lists, with where they lead. */
async function manifests(root: string): Promise<{ manifest: string; target: string }[]> {
  for (const project of [root, dirname(root)]) {
    const { setting } = await read(ProjectConfig, join(project, 'project.config.json'));
    if (!setting.packNpmManually) continue;
    return setting.packNpmRelationList.map(({ packageJsonPath, miniprogramNpmDistDir }) => ({
      manifest: relative(root, resolve(project, packageJsonPath)),
      target: relative(root, resolve(project, miniprogramNpmDistDir)).split(sep).join('/'),
    }));
  }
  const files = await readdir(root, { recursive: true });
  return files
    .filter((file) => file === 'package.json' || file.endsWith(`${sep}package.json`))
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !file.split('/').some((part) => part === 'node_modules' || part === PACKAGE_FOLDER))
    .map((manifest) => ({ manifest, target: manifest.split('/').slice(0, -1).join('/') }));
}

/** A file that is missing or wrong is one that says nothing: its own compiler tells what is wrong with it. */
async function read<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  file: string,
): Promise<v.InferOutput<TSchema>> {
  const text = await readFile(file, 'utf8').catch(() => 'null');
  try {
    return v.parse(schema, JSON.parse(text));
  } catch {
    return v.parse(schema, null);
  }
}

/** Where a file of a copied package really lies; undefined when it is of none. */
export function packagedFile(packages: NpmPackages, file: string): string | undefined {
  const owner = packages.copied.find(({ place }) => file.startsWith(`${place}/`));
  return owner && join(owner.folder, file.slice(owner.place.length + 1));
}

/** The script of a packed package; undefined when the file is of none. */
export async function packedScript(packages: NpmPackages, file: string): Promise<string | undefined> {
  const owner = packages.packed.find(({ place }) => file === `${place}/index.js`);
  if (owner === undefined) return undefined;
  const { outputFiles } = await build({
    entryPoints: [owner.entry],
    bundle: true,
    write: false,
    format: 'cjs',
    // Others are packages of their own, beside this one.
    packages: 'external',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text;
}

/** The scripts of all packages, from the root of the mini-program. */
export async function packagedScripts({ copied, packed }: NpmPackages): Promise<string[]> {
  const files = await Promise.all(
    copied.map(async ({ place, folder }) =>
      (await readdir(folder, { recursive: true }))
        .filter((file) => /\.[jt]s$/.test(file) && !file.endsWith('.d.ts'))
        .map((file) => `${place}/${file.split(sep).join('/')}`),
    ),
  );
  return [...files.flat(), ...packed.map(({ place }) => `${place}/index.js`)];
}
