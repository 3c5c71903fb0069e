/** Changing one document: MongoDB's update operators, or its replacement as a whole. */
import { updateOne } from 'mingo';
import { type Document, encode } from './documents';
import { invalidParam, writeRefused } from './errors';
import { type Condition, MINGO } from './query';
import { isPlainObject } from './serverDate';

export type Modifier = Record<string, Record<string, unknown>>;

/**
 * The document after the update, and whether anything in it differs.
 * @param document changed in place
 * @param condition what found the document: `array.$` means the first element that fits it
 * @throws {GatewayError} DATABASE_REQUEST_FAILED
 */
export function applyUpdate(document: Document, condition: Condition, modifier: Modifier): boolean {
  const before = encode(document);
  updateOne([document], condition, modifier, { cloneMode: 'deep' }, MINGO);
  return Buffer.compare(before, encode(document)) !== 0;
}

/** @throws {GatewayError} INVALID_PARAM */
export function toModifier(data: unknown): Modifier {
  if (!isPlainObject(data)) throw invalidParam('param.data must be an object');
  for (const [operator, fields] of Object.entries(data)) {
    if (!operator.startsWith('$') || !isPlainObject(fields)) {
      throw invalidParam('update document must contain key beginning with $');
    }
    for (const path of Object.keys(fields)) {
      if (path === '_id' || path.startsWith('_id.')) {
        throw writeRefused(
          `Performing an update on the path '${path}' would modify the immutable field '_id'`,
        );
      }
    }
  }
  return data as Modifier;
}
