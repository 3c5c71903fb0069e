/** Reads cloudbaserc.json: what the tcb CLI deploys, and what the emulator gives each function instance. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';

/** A timer: https://docs.cloudbase.net/cli-v1/functions/trigger */
export const TimerTriggerSchema = v.object({
  name: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/, 'must be letters, digits, - and _, at most 60'),
  ),
  type: v.literal('timer'),
  /** Seven fields: second, minute, hour, day, month, weekday, year. */
  config: v.string(),
});

export type TimerTrigger = v.InferOutput<typeof TimerTriggerSchema>;

/** Field names and defaults: https://docs.cloudbase.net/cli-v1/functions/configs */
const FunctionSettings = v.object({
  name: v.string(),
  handler: v.optional(v.string(), 'index.main'),
  runtime: v.optional(v.string(), 'Nodejs18.15'),
  /** Seconds, 1 to 60. */
  timeout: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 5),
  /** MB */
  memorySize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(64)), 256),
  installDependency: v.optional(v.boolean(), false),
  envVariables: v.optional(v.record(v.string(), v.string()), {}),
  triggers: v.optional(v.array(TimerTriggerSchema), []),
});

const Cloudbaserc = v.object({
  envId: v.optional(v.string()),
  functionRoot: v.optional(v.string(), './functions'),
  functions: v.optional(v.array(FunctionSettings), []),
});

export type Cloudbaserc = v.InferOutput<typeof Cloudbaserc>;
export type FunctionSettings = v.InferOutput<typeof FunctionSettings>;

/** What the cloud assumes for a function that cloudbaserc.json does not list. */
export const defaultSettings = (name: string): FunctionSettings => v.parse(FunctionSettings, { name });

/** @throws Error that names the file and the field when it is not what the tcb CLI accepts */
export function readCloudbaserc(file: string): Cloudbaserc {
  const parsed = v.safeParse(Cloudbaserc, parseJson(file));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}

/**
 * The cloudbaserc.json above `functionRoot` whose own functionRoot is that folder, and the folder that it lies in;
 * undefined when there is none.
 */
export function findCloudbaserc(functionRoot: string): (Cloudbaserc & { folder: string }) | undefined {
  const wanted = resolve(functionRoot);
  for (let folder = dirname(wanted); ; folder = dirname(folder)) {
    const file = join(folder, 'cloudbaserc.json');
    if (existsSync(file)) {
      const found = readCloudbaserc(file);
      if (resolve(folder, found.functionRoot) === wanted) return { ...found, folder };
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function parseJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: not JSON: ${(error as Error).message}`);
  }
}
