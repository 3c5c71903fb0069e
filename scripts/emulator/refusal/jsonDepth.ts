/** Refuses JSON that is nested so deeply that walking it would overflow the stack. */
import { Refusal } from './refusal';

const MAX_DEPTH = 100;

/** @throws {Refusal} 400 JSON_TOO_DEEP */
export function refuseDeepJson(text: string): void {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > MAX_DEPTH) {
      throw new Refusal(400, 'JSON_TOO_DEEP', `JSON may be nested ${MAX_DEPTH} levels deep at most`);
    }
  }
}
