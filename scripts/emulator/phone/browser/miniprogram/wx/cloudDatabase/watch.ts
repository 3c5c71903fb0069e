/** `watch()`: a question asked again whenever its collection has changed, and told by what differs. */
import type { DatabaseChanges } from '../../../../../contract';
import { type Change, differences, type Watched } from './differences';
import type { DatabaseBackend } from './interface';
import { asCloudError } from './outcome';

/** WeChat's documentation: wxcloud/reference-sdk-api/database/collection/Collection.watch */
export interface WatchOptions {
  onChange(snapshot: Snapshot): void;
  onError(error: Error): void;
}

export interface Snapshot {
  id: number;
  docChanges: Change[];
  docs: Watched[];
  /** Of the first one alone. */
  type?: 'init';
}

export interface Watcher {
  /** Resolves when nothing more is told. */
  close(): Promise<void>;
}

/** @param find asks the question */
export function startWatch(
  { follow }: DatabaseBackend,
  collectionName: string,
  { onChange, onError }: WatchOptions,
  find: () => Promise<Watched[]>,
): Watcher {
  let docs: Watched[] | undefined;
  let events = 0;
  let closed = false;
  let asking = false;
  /** What has happened since it was last asked. */
  let known: DatabaseChanges['documents'] | undefined;

  const close = () => {
    closed = true;
    end();
  };
  const tell = (found: Watched[], how: DatabaseChanges['documents']) => {
    const before = docs;
    docs = found;
    const docChanges = differences(before, found, how, events + 1);
    if (before !== undefined && docChanges.length === 0) return;
    events += 1;
    onChange({ id: events, docChanges, docs: found, ...(before === undefined && { type: 'init' as const }) });
  };
  const ask = async () => {
    if (asking) return;
    asking = true;
    try {
      while (known !== undefined && !closed) {
        const how = known;
        known = undefined;
        const found = await find();
        if (!closed) tell(found, how);
      }
    } catch (error) {
      // Without a network it waits: the connection tells when to ask again.
      if (isUnreachable(error)) return;
      close();
      onError(asCloudError(error, 'watch'));
    } finally {
      asking = false;
    }
  };
  const end = follow(collectionName, (changed = {}) => {
    known = { ...known, ...changed };
    void ask();
  });
  known = {};
  void ask();

  return {
    async close() {
      close();
    },
  };
}

/** What the SDK sends a watched question with, in the place of its own. */
export const watchedRequest = ({ watched }: DatabaseBackend, limit?: number) => ({
  // Its own limit of 100 is for questions that are asked once.
  send: (_: string, parameters: object) => watched({ ...parameters, limit }),
});

const isUnreachable = (error: unknown) =>
  error instanceof Error && 'isUnreachable' in error && error.isUnreachable === true;
