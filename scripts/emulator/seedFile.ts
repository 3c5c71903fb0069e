/** A seed as it is given to the emulator: an object, or a JSON file. */
import { readFileSync } from 'node:fs';
import { parseSeed, type Seed, type SeedInput } from './wechat/seed';

/**
 * @param seed the seed itself, or the path of its file
 * @throws Error that names the file and the place in it when the seed is wrong
 */
export function readSeed(seed: string | SeedInput): Seed {
  if (typeof seed !== 'string') return parseSeed(seed);
  try {
    return parseSeed(parseJson(readFileSync(seed, 'utf8')));
  } catch (error) {
    throw new Error(`${seed}: ${(error as Error).message}`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const position = /at position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
    throw new Error(`the seed is no JSON${line === undefined ? '' : ` at line ${line}`}: ${message}`);
  }
}
