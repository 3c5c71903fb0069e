/** The emulator's refusal of templates, taken to the field that it is about. */

export interface Trouble {
  /** Of the template in the list; absent when it is about all of them. */
  index?: number;
  /** `title`, `fields.1.key`; '' when it is about the template as a whole. */
  place: string;
  words: string;
}

/** What the emulator says of each rule, in the console's language; other words stand as they are. */
const WORDS: [english: RegExp, chinese: string][] = [
  [/1 to 64 letters/, '要 1 到 64 个字母、数字、_ 或 -'],
  [/must not be empty/, '不能空着'],
  [/letters and digits, such as thing1/, '要小写字母加数字，例如 thing1'],
  [/at least one field/, '至少要有一个字段'],
  [/two fields have the same key/, '有两个字段的 key 相同'],
  [/two templates have the same tmplId/, '有两个模板的 ID 相同'],
];

/** @param message such as `1.fields.0.key: must be letters and digits, such as thing1` */
export function readTrouble(message: string): Trouble {
  const [, index, place = '', rest = message] = /^(\d+)(?:\.([\w.]+))?: (.*)$/s.exec(message) ?? [];
  const words = WORDS.find(([english]) => english.test(rest))?.[1] ?? rest;
  return { ...(index !== undefined && { index: Number(index) }), place, words };
}
