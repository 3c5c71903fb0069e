/** What differs between two answers to the same question, in the words of a watch's `docChanges`. */
import type { DatabaseChanges } from '../../../../../contract';

export type Watched = { _id: unknown } & Record<string, unknown>;

/** ChangeEvent of WeChat's documentation (wxcloud/reference-sdk-api/database/collection/Collection.watch). */
export interface Change {
  id: number;
  queueType: 'init' | 'update' | 'enqueue' | 'dequeue';
  dataType: 'init' | 'update' | 'replace' | 'add' | 'remove' | 'limit';
  docId: unknown;
  doc: Watched;
  /** Of an update alone: by path, and the paths that are gone. */
  updatedFields?: Record<string, unknown>;
  removedFields?: string[];
}

/**
 * @param before undefined the first time
 * @param how what is known to have happened, by the documents' ids as JSON
 * @param id of the event
 */
export function differences(
  before: Watched[] | undefined,
  after: Watched[],
  how: DatabaseChanges['documents'],
  id: number,
): Change[] {
  if (before === undefined) {
    return after.map((doc) => ({ id, queueType: 'init', dataType: 'init', docId: doc._id, doc }));
  }
  const earlier = new Map(before.map((doc) => [keyOf(doc), doc]));
  const later = new Set(after.map(keyOf));
  const gone = before
    .filter((doc) => !later.has(keyOf(doc)))
    .map((doc): Change => {
      // Nothing has happened to it itself: others have pushed it out of the limit.
      const dataType = how[keyOf(doc)] ?? (Object.keys(how).length > 0 ? 'limit' : 'remove');
      return { id, queueType: 'dequeue', dataType, docId: doc._id, doc };
    });
  const standing = after.flatMap((doc): Change[] => {
    const old = earlier.get(keyOf(doc));
    const known = how[keyOf(doc)];
    if (old === undefined) {
      const dataType = known ?? (Object.keys(how).length > 0 ? 'limit' : 'add');
      return [{ id, queueType: 'enqueue', dataType, docId: doc._id, doc }];
    }
    if (textOf(old) === textOf(doc)) return [];
    const change = { id, queueType: 'update', docId: doc._id, doc } as const;
    if (known === 'replace' || known === 'add') return [{ ...change, dataType: 'replace' }];
    return [{ ...change, dataType: 'update', ...fieldsThatDiffer(old, doc) }];
  });
  return [...gone, ...standing];
}

/** Dates and places have texts of their own in JSON. */
const textOf = (value: unknown) => JSON.stringify(value);

/** As the emulator's events name a document. */
const keyOf = ({ _id }: Watched) => JSON.stringify(_id);

function fieldsThatDiffer(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Required<Pick<Change, 'updatedFields' | 'removedFields'>> {
  const updatedFields: Record<string, unknown> = {};
  const removedFields: string[] = [];
  const compare = (old: Record<string, unknown>, now: Record<string, unknown>, path: string) => {
    for (const name of Object.keys(old)) if (!(name in now)) removedFields.push(path + name);
    for (const [name, value] of Object.entries(now)) {
      const earlier = old[name];
      if (textOf(earlier) === textOf(value)) continue;
      if (isPlain(earlier) && isPlain(value)) compare(earlier, value, `${path}${name}.`);
      else updatedFields[path + name] = value;
    }
  };
  compare(before, after, '');
  return { updatedFields, removedFields };
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
