/** The functions in a folder of built cloud functions: one folder a function, read afresh at each look. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { defaultSettings, type FunctionSettings, findCloudbaserc } from '../../project/cloudbaserc';

export interface CatalogueEntry {
  folder: string;
  settings: FunctionSettings;
  /** APIs that config.json's `permissions.openapi` lists. */
  openapi: string[];
  /** Changes when the function's code, its config.json or its settings change. */
  version: string;
}

export interface Catalogue {
  names(): string[];
  /** undefined when there is no function of this name. */
  find(name: string): CatalogueEntry | undefined;
}

/** What WeChat DevTools reads of a function's config.json. */
const FunctionConfig = v.object({
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), {}),
});

/** @throws Error with what to do when the folder is missing */
export function openCatalogue(functionRoot: string): Catalogue {
  const root = resolve(functionRoot);
  if (!existsSync(root)) {
    throw new Error(
      `There is no folder ${root}. Build the functions first (npm run build), or name another with --functions.`,
    );
  }
  return {
    names: () => readdirSync(root).filter((name) => isFunction(root, name)),
    find: (name) => (isFunction(root, name) ? readEntry(root, name) : undefined),
  };
}

// Letters, digits, - and _, as the cloud allows; so a name is never a path.
const FUNCTION_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

const isFunction = (root: string, name: string) =>
  FUNCTION_NAME.test(name) && existsSync(join(root, name, 'index.js'));

function readEntry(root: string, name: string): CatalogueEntry {
  const folder = join(root, name);
  const listed = findCloudbaserc(root)?.functions.find((each) => each.name === name);
  const settings = listed ?? defaultSettings(name);
  const versions = ['index.js', 'config.json'].map((file) =>
    statSync(join(folder, file), { throwIfNoEntry: false }),
  );
  return {
    folder,
    settings,
    openapi: readPermissions(join(folder, 'config.json')),
    version: JSON.stringify([versions.map((stat) => stat?.mtimeMs), settings]),
  };
}

function readPermissions(file: string): string[] {
  if (!existsSync(file)) return [];
  try {
    return v.parse(FunctionConfig, JSON.parse(readFileSync(file, 'utf8'))).permissions.openapi ?? [];
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
