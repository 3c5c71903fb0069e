/** The emulator's refusal of templates, taken to the field that it is about. */
import { inChinese } from '../emulator/refusals';

export interface Trouble {
  /** Of the template in the list; absent when it is about all of them. */
  index?: number;
  /** `title`, `fields.1.key`; '' when it is about the template as a whole. */
  place: string;
  words: string;
}

/** @param message such as `1.fields.0.key: must be letters and digits, such as thing1` */
export function readTrouble(message: string): Trouble {
  const [, index, place = '', rest = message] = /^(\d+)(?:\.([\w.]+))?: (.*)$/s.exec(message) ?? [];
  return { ...(index !== undefined && { index: Number(index) }), place, words: inChinese(rest) ?? rest };
}
