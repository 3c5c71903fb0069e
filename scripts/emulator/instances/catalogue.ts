/** The functions in a folder of built cloud functions: one folder a function, read afresh at each look. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import {
  defaultSettings,
  type FunctionSettings,
  findCloudbaserc,
  type TimerTrigger,
  TimerTriggerSchema,
} from '../../project/cloudbaserc';
import { fillPlaceholders, type Variables } from './placeholders';

export interface CatalogueEntry {
  folder: string;
  /** With the placeholders in its environment variables filled. */
  settings: FunctionSettings;
  /** APIs that config.json's `permissions.openapi` lists. */
  openapi: string[];
  /** Of cloudbaserc.json and of config.json; of two with one name, the former. */
  triggers: TimerTrigger[];
  /** Changes when the function's code, its config.json or its settings change. */
  version: string;
}

export interface Catalogue {
  names(): string[];
  /**
   * undefined when there is no function of this name. One that was there before is waited for a moment: a build may be
   * putting its new folder in the place of the old.
   * @throws Error that names the file when config.json or cloudbaserc.json cannot be read
   */
  find(name: string): Promise<CatalogueEntry | undefined>;
}

/** What WeChat DevTools reads of a function's config.json. */
const FunctionConfig = v.object({
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), {}),
  // https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/functions/triggers.html
  triggers: v.optional(v.array(TimerTriggerSchema), []),
});

/** How long a function that was there before is waited for. */
const SWAP_MS = 500;
const SWAP_LOOK_EVERY_MS = 20;

/**
 * @param knownVariables what placeholders in cloudbaserc.json stand for, asked at each look. Default: nothing
 * @throws Error with what to do when the folder is missing
 */
export function openCatalogue(functionRoot: string, knownVariables: () => Variables = () => ({})): Catalogue {
  const root = resolve(functionRoot);
  if (!existsSync(root)) {
    throw new Error(
      `There is no folder ${root}. Build the functions first (npm run build), or name another with --functions.`,
    );
  }
  // The folder itself may be missing for an instant, too.
  const names = () => (existsSync(root) ? readdirSync(root).filter((name) => isFunction(root, name)) : []);
  const known = new Set(names());

  return {
    names,
    async find(name) {
      for (let waited = 0; !isFunction(root, name); waited += SWAP_LOOK_EVERY_MS) {
        if (!known.has(name)) return undefined;
        if (waited >= SWAP_MS) known.delete(name);
        else await wait(SWAP_LOOK_EVERY_MS);
      }
      known.add(name);
      return readEntry(root, name, knownVariables());
    },
  };
}

// Letters, digits, - and _, as the cloud allows; so a name is never a path.
const FUNCTION_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

const isFunction = (root: string, name: string) =>
  FUNCTION_NAME.test(name) && existsSync(join(root, name, 'index.js'));

function readEntry(root: string, name: string, known: Variables): CatalogueEntry {
  const folder = join(root, name);
  const settings = readSettings(root, name, known);
  const config = readConfig(join(folder, 'config.json'));
  const versions = ['index.js', 'config.json'].map((file) =>
    statSync(join(folder, file), { throwIfNoEntry: false }),
  );
  const named = new Set(settings.triggers.map((trigger) => trigger.name));
  return {
    folder,
    settings,
    openapi: config.permissions.openapi ?? [],
    triggers: [...settings.triggers, ...config.triggers.filter((trigger) => !named.has(trigger.name))],
    version: JSON.stringify([versions.map((stat) => stat?.mtimeMs), settings]),
  };
}

function readSettings(root: string, name: string, known: Variables): FunctionSettings {
  const cloudbaserc = findCloudbaserc(root);
  const listed = cloudbaserc?.functions.find((each) => each.name === name);
  if (cloudbaserc === undefined || listed === undefined) return defaultSettings(name);
  return { ...listed, envVariables: fillPlaceholders(listed.envVariables, cloudbaserc.folder, known) };
}

function readConfig(file: string): v.InferOutput<typeof FunctionConfig> {
  try {
    return v.parse(FunctionConfig, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
