/** Holds the list of what this phone has not against WeChat's own types. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  ABSENT_CALLS,
  ABSENT_OBJECTS,
  NEVER_HAPPENS,
} from '../../../../scripts/emulator/phone/browser/miniprogram/wx/absentNames';
import { emulatorSources } from '../../../../scripts/project/paths';

const types = readFileSync(
  join(dirname(require.resolve('miniprogram-api-typings/package.json')), 'types/wx/lib.wx.api.d.ts'),
  'utf8',
);
const wx = types.slice(types.indexOf('interface Wx {'));
const NAMES = new Set([...wx.matchAll(/^ {8}(\w+)(?:<[^(]*>)?\(/gm)].map(([, name = '']) => name));

const absent = [...Object.values(ABSENT_CALLS), ...Object.values(ABSENT_OBJECTS)].flat();
const listeners = NEVER_HAPPENS.flatMap((event) => [`on${event}`, `off${event}`]);

/** Newer than the types. */
const NEWER = ['getChatForwardMaterials'];

describe('what the phone has not', () => {
  it('is in WeChat, and named once', () => {
    expect(absent.filter((name) => !NAMES.has(name) && !NEWER.includes(name))).toEqual([]);
    expect(new Set(absent).size).toBe(absent.length);
  });

  it('names with what is there every call of WeChat: none is undefined', () => {
    const known = new Set([...absent, ...listeners, ...presentNames()]);
    expect([...NAMES].filter((name) => !known.has(name))).toEqual([]);
  });
});

/** What the sources of `wx` name, as they are written there. */
function presentNames(): string[] {
  const folder = join(emulatorSources, 'phone/browser/miniprogram/wx');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const words = [...text.matchAll(/\b(\w+)\b/g)].map(([, name = '']) => name);
  // Listeners are made of the names of their events.
  return words.flatMap((word) => [word, `on${word}`, `off${word}`, `onSocket${word}`]);
}
