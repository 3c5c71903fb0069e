/** `wx.cloud.database()` of some users, on a database of its own in this process, with one collection. */

import { EmulatorError } from '../../../../scripts/emulator/browser/ask';
import { createDatabase, type DocumentDatabase } from '../../../../scripts/emulator/database/database';
import { GatewayError } from '../../../../scripts/emulator/gateway/gatewayError';
import { asRefusal } from '../../../../scripts/emulator/http/databaseFailure';
import { announceChanges } from '../../../../scripts/emulator/journal/databaseEvents';
import { createJournal } from '../../../../scripts/emulator/journal/journal';
import { databaseError } from '../../../../scripts/emulator/phone/browser/miniprogram/wx/cloud/failure';
import { openDatabase } from '../../../../scripts/emulator/phone/browser/miniprogram/wx/cloudDatabase/database';
import type { Refusal } from '../../../../scripts/emulator/refusal/refusal';
import { createClock } from '../../../../scripts/emulator/state/clock';
import { openStore, type Store } from '../../../../scripts/emulator/state/store';
import type { Collection, Command, Fields } from '../../database/sdk';

export interface Snapshot {
  id: number;
  type?: string;
  docs: Fields[];
  docChanges: Fields[];
}
export interface Watches {
  watch(options: { onChange(snapshot: Snapshot): void; onError(error: Error): void }): {
    close(): Promise<void>;
  };
}
interface ClientDatabase {
  collection(name: string): Collection & Watches;
  command: Command;
  serverDate(): unknown;
  RegExp(pattern: { regexp: string; options?: string }): unknown;
  Geo: { Point(longitude: number, latitude: number): unknown };
  startTransaction?: unknown;
}

let store: Store;
export let database: DocumentDatabase;
let follow: (listener: (collection: string, documents: Fields) => void) => () => void;

beforeEach(() => {
  store = openStore();
  const clock = createClock(store);
  const journal = createJournal(store);
  database = createDatabase({ store, clock });
  database.onChanged(announceChanges(journal));
  follow = (listener) =>
    journal.listen((event) => {
      if (event.type === 'database') listener(event.collection, event.documents);
    });
  database.handle('database.addCollection', { collectionName: 'todos' });
});
afterEach(() => store.close());

/** A user's client. */
export function clientOf(openid: string): ClientDatabase {
  const orError = async <T>(work: () => T): Promise<T> => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      const { code, message, errCode } = asRefusal(error) as Refusal;
      throw databaseError(new EmulatorError(code, message, errCode));
    }
  };
  const plain = (parameters: object) => JSON.parse(JSON.stringify(parameters));
  return openDatabase(
    {
      send: (action, parameters) => orError(() => database.handleOfUser(openid, action, plain(parameters))),
      watched: (parameters) =>
        orError(() => ({ data: { list: database.watchedByUser(openid, plain(parameters)) } })),
      follow: (collection, listener) =>
        follow((changed, documents) => {
          if (changed === collection) listener(documents as Record<string, 'add'>);
        }),
    },
    {},
  ) as ClientDatabase;
}

export const LI = 'oLi';
export const HAN = 'oHan';
export const setPermission = (permission: 'READONLY' | 'PRIVATE' | 'ADMINWRITE' | 'ADMINONLY') =>
  database.setPermission('todos', permission);
/** As a function does. */
export const insertByFunction = (document: Fields) =>
  database.handle('database.insertDocument', {
    collectionName: 'todos',
    data: [JSON.stringify(document)],
  });
export const todosOf = (openid: string) => clientOf(openid).collection('todos');
