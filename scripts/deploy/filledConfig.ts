/**
 * cloudbaserc.json with its placeholders filled, for tcb to read instead.
 *
 * Left to itself (@cloudbase/cli 2.12.10, ConfigParser.parseRawConfig) tcb puts values into the text of the file as
 * they are: one with a quote or a backslash makes it end with a syntax error, one such as `null` or `{"a":1}` becomes
 * an object, a missing one becomes '', which the cloud is then told to set, and the environment has precedence over
 * .env.local.
 */
import * as v from 'valibot';
import type { DeploySettings } from './settings';

const Config = v.looseObject({
  envId: v.string(),
  functionRoot: v.string(),
  functions: v.array(v.looseObject({ envVariables: v.optional(v.record(v.string(), v.string()), {}) })),
});

export interface FilledConfig {
  /** The text of a cloudbaserc.json without placeholders. Holds secrets. */
  text: string;
  /** Where the built functions are, below the folder of cloudbaserc.json. */
  functionRoot: string;
  /** Settings that the functions would read and that nobody set: each has its default. */
  unset: string[];
}

/** `{{env.XINSHI_APPID}}`, and nothing around it. */
const PLACEHOLDER = /^\{\{\s*env\.(\w+)\s*\}\}$/;

/**
 * @param text of cloudbaserc.json
 * @throws Error that names a variable, never its value, when tcb would change it on the way
 */
export function fillConfig(text: string, envId: string, settings: DeploySettings): FilledConfig {
  const config = v.parse(Config, JSON.parse(text));
  const unset = new Set<string>();

  const functions = config.functions.map((settingsOfOne) => {
    const envVariables: Record<string, string> = {};
    for (const [name, value] of Object.entries(settingsOfOne.envVariables)) {
      const setting = PLACEHOLDER.exec(value)?.[1];
      const filled = setting === undefined ? value : settings[setting];
      if (setting !== undefined && filled === undefined) unset.add(setting);
      if (filled !== undefined) envVariables[name] = checked(name, filled);
    }
    return { ...settingsOfOne, envVariables };
  });
  return {
    text: JSON.stringify({ ...config, envId, functions }, undefined, 2),
    functionRoot: config.functionRoot,
    unset: [...unset].sort(),
  };
}

/** tcb reads the filled file in its own way too. */
function checked(name: string, value: string): string {
  if (value.includes('{{'))
    throw new Error(`${name} holds {{, which tcb would take for a placeholder of its own`);
  if (isObject(value))
    throw new Error(`${name} is JSON, which tcb would hand on as an object: put a text there`);
  return value;
}

function isObject(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
