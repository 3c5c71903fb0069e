/** What a message's data may look like in an event; whether it fits its template is checked later, by field. */
import * as v from 'valibot';
import type { FieldValue } from '../templates/fieldKind';

/** Longer than any field may be: the field's own rule refuses it, with its name, or it is cut. */
const TEXT = v.pipe(v.string(), v.maxLength(500));
const MOMENT = v.union([TEXT, v.number()]);

export const DATA: v.GenericSchema<unknown, Record<string, FieldValue>> = v.record(
  v.pipe(v.string(), v.maxLength(64)),
  v.union([
    TEXT,
    v.number(),
    v.strictObject({ fen: v.number() }),
    v.strictObject({ from: MOMENT, to: MOMENT }),
  ]),
);
