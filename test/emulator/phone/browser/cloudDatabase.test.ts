/** `wx.cloud.database()`: the client's calls and answers, against the emulator's database in this process. */

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

interface Snapshot {
  id: number;
  type?: string;
  docs: Fields[];
  docChanges: Fields[];
}
interface Watches {
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
let database: DocumentDatabase;
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
function clientOf(openid: string): ClientDatabase {
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

const LI = 'oLi';
const HAN = 'oHan';
const setPermission = (permission: 'READONLY' | 'PRIVATE' | 'ADMINWRITE' | 'ADMINONLY') =>
  database.setPermission('todos', permission);
/** As a function does. */
const insertByFunction = (document: Fields) =>
  database.handle('database.insertDocument', {
    collectionName: 'todos',
    data: [JSON.stringify(document)],
  });
const todosOf = (openid: string) => clientOf(openid).collection('todos');

describe('the answers', () => {
  it('are those of WeChat’s client', async () => {
    const todos = todosOf(LI);

    const added = await todos.add({ data: { title: '买豆子', done: false } });
    expect(added).toEqual({ _id: expect.stringMatching(/^[0-9a-f]{32}$/), errMsg: 'collection.add:ok' });
    const { _id } = added;
    expect(await todos.get()).toEqual({
      data: [{ _id, _openid: LI, title: '买豆子', done: false }],
      errMsg: 'collection.get:ok',
    });
    expect(await todos.doc(_id).get()).toEqual({
      data: { _id, _openid: LI, title: '买豆子', done: false },
      errMsg: 'document.get:ok',
    });
    expect(await todos.doc(_id).update({ data: { done: true } })).toEqual({
      stats: { updated: 1 },
      errMsg: 'document.update:ok',
    });
    expect(await todos.where({ done: true }).count()).toEqual({ total: 1, errMsg: 'collection.count:ok' });
    expect(await todos.doc('mine').set({ data: { n: 1 } })).toEqual({
      _id: 'mine',
      stats: { updated: 0, created: 1 },
      errMsg: 'document.set:ok',
    });
    expect(await todos.where({ n: 1 }).update({ data: { n: clientOf(LI).command.inc(2) } })).toEqual({
      stats: { updated: 1 },
      errMsg: 'collection.update:ok',
    });
    expect((await todos.doc('mine').get()).data).toEqual({ _id: 'mine', _openid: LI, n: 3 });
    expect(await todos.aggregate().match({ n: 3 }).count('total').end()).toEqual({
      list: [{ total: 1 }],
      errMsg: 'collection.aggregate:ok',
    });
    expect(await todos.doc('mine').remove()).toEqual({ stats: { removed: 1 }, errMsg: 'document.remove:ok' });
    expect(await todos.where({ done: true }).remove()).toEqual({
      stats: { removed: 1 },
      errMsg: 'collection.remove:ok',
    });
  });

  it('keep dates, places, server dates and regular expressions', async () => {
    const { Geo, RegExp: pattern, collection, command: _, serverDate } = clientOf(LI);
    const due = new Date(0);
    const todos = collection('todos');
    await todos.add({ data: { _id: 'a', title: 'Beans', due, at: Geo.Point(113, 23), made: serverDate() } });

    const { data } = await todos
      .where({ title: pattern({ regexp: '^be', options: 'i' }), due: _.lte(due) })
      .get();

    expect(data).toMatchObject([{ due, at: { longitude: 113, latitude: 23 }, made: expect.any(Date) }]);
  });

  it('come without a condition on what is undefined', async () => {
    await todosOf(LI).add({ data: { n: 1 } });
    expect((await todosOf(LI).where({ _openid: undefined }).get()).data).toHaveLength(1);
    expect((await todosOf(LI).where({ _openid: undefined, n: 2 }).get()).data).toHaveLength(0);
  });

  it('come by callbacks, and then there is no promise', async () => {
    const heard: unknown[] = [];
    const todos = todosOf(LI) as unknown as { get(options: object): unknown };

    const returned = await new Promise((resolve) => {
      const promise = todos.get({
        success: ({ errMsg }: { errMsg: string }) => heard.push(errMsg),
        complete: () => setImmediate(() => resolve(promise)),
      });
    });

    expect(heard).toEqual(['collection.get:ok']);
    expect(returned).toBeUndefined();
  });

  it('are 20 documents at most, however many are asked for', async () => {
    for (let n = 0; n < 25; n++) insertByFunction({ n, _openid: LI });

    expect((await todosOf(LI).get()).data).toHaveLength(20);
    expect((await todosOf(LI).limit(100).get()).data).toHaveLength(20);
    expect((await todosOf(LI).skip(20).get()).data).toHaveLength(5);
    expect(await todosOf(LI).count()).toMatchObject({ total: 25 });
  });
});

describe('the errors', () => {
  it('have WeChat’s number and words', async () => {
    const missing = clientOf(LI).collection('nowhere').get();
    await expect(missing).rejects.toBeInstanceOf(Error);
    await expect(missing).rejects.toMatchObject({
      errCode: -502005,
      errMsg: expect.stringContaining('Db or Table not exist'),
      message: expect.stringMatching(/^errCode: -502005 database collection not exists \| errMsg: /),
    });
  });

  it('say that a document is not there, or not for this user', async () => {
    insertByFunction({ _id: 'hers', _openid: HAN });

    for (const id of ['none', 'hers']) {
      await expect(todosOf(LI).doc(id).get()).rejects.toMatchObject({
        errCode: -1,
        errMsg: `document.get:fail cannot find document with _id ${id}, please make sure that the document exists and you have the corresponding access permission`,
      });
    }
  });

  it('of an id that is none come when it is asked for', async () => {
    const nothing = todosOf(LI).doc(undefined as unknown as string);
    await expect(nothing.get()).rejects.toMatchObject({
      errCode: -1,
      errMsg: expect.stringContaining('document.get:fail'),
    });
  });

  it('keep _openid for the platform', async () => {
    const named = { errCode: -501007, errMsg: 'Invalid Key Name: _openid' };
    await expect(todosOf(LI).add({ data: { _openid: HAN } })).rejects.toMatchObject(named);
    await expect(
      todosOf(LI)
        .doc('a')
        .set({ data: { _openid: LI } }),
    ).rejects.toMatchObject(named);
    await todosOf(LI).add({ data: { _id: 'a' } });
    await expect(
      todosOf(LI)
        .doc('a')
        .update({ data: { _openid: HAN } }),
    ).rejects.toMatchObject(named);
  });

  it('name what only functions have', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    expect(clientOf(LI).startTransaction).toBeUndefined();
    expect(warn.mock.calls[0]?.[0]).toContain('startTransaction');
    warn.mockRestore();
  });
});

describe('a collection’s permission', () => {
  const denied = { errCode: -502003, errMsg: 'Permission denied' };
  beforeEach(() => {
    insertByFunction({ _id: 'hers', _openid: HAN });
    insertByFunction({ _id: 'nobodys' });
    insertByFunction({ _id: 'his', _openid: LI });
  });
  const seen = async () => (await todosOf(LI).get()).data.map(({ _id }) => _id);
  const update = (id: string) =>
    todosOf(LI)
      .doc(id)
      .update({ data: { n: 1 } });

  it('仅创建者可读写, which a new collection has, shows a user his own', async () => {
    expect(await seen()).toEqual(['his']);
    expect((await todosOf(LI).aggregate().count('n').end()).list).toEqual([{ n: 1 }]);
    expect(await update('his')).toMatchObject({ stats: { updated: 1 } });
    expect(await update('hers')).toMatchObject({ stats: { updated: 0 } });
    expect(await todosOf(LI).where({}).remove()).toMatchObject({ stats: { removed: 1 } });
    expect(database.collections()).toMatchObject([{ count: 2 }]);
  });

  it('所有用户可读，仅创建者可写 shows everything, and lets him change his own', async () => {
    setPermission('READONLY');
    expect(await seen()).toEqual(['hers', 'nobodys', 'his']);
    expect(await update('hers')).toMatchObject({ stats: { updated: 0 } });
    expect(await todosOf(LI).where({ _openid: HAN }).remove()).toMatchObject({ stats: { removed: 0 } });
    expect((await todosOf(LI).where({ _openid: '{openid}' }).get()).data).toEqual([
      { _id: 'his', _openid: LI },
    ]);
    await expect(
      todosOf(LI)
        .doc('hers')
        .set({ data: { n: 1 } }),
    ).rejects.toMatchObject({ errCode: -502001 });
  });

  it('所有用户可读 lets nobody write', async () => {
    setPermission('ADMINWRITE');
    expect(await seen()).toHaveLength(3);
    await expect(todosOf(LI).add({ data: {} })).rejects.toMatchObject(denied);
    await expect(update('his')).rejects.toMatchObject(denied);
    await expect(todosOf(LI).doc('his').remove()).rejects.toMatchObject(denied);
  });

  it('仅管理端可读写 lets nobody do anything, also by a lookup', async () => {
    setPermission('ADMINONLY');
    await expect(seen()).rejects.toMatchObject(denied);
    await expect(todosOf(LI).add({ data: {} })).rejects.toMatchObject(denied);
    database.handle('database.addCollection', { collectionName: 'open' });
    await clientOf(LI)
      .collection('open')
      .add({ data: { of: 'hers' } });
    const lookup = clientOf(LI)
      .collection('open')
      .aggregate()
      .lookup({ from: 'todos', localField: 'of', foreignField: '_id', as: 'found' });
    await expect(lookup.end()).rejects.toMatchObject(denied);
    setPermission('PRIVATE');
    const { list } = await clientOf(LI)
      .collection('open')
      .aggregate()
      .lookup({ from: 'todos', localField: 'of', foreignField: '_id', as: 'found' })
      .end();
    expect(list).toMatchObject([{ found: [] }]);
  });
});

describe('watch', () => {
  /** What a watch tells; `next` waits for so many snapshots. */
  function watch(watched: Watches) {
    const snapshots: Snapshot[] = [];
    const errors: Error[] = [];
    const watcher = watched.watch({
      onChange: (snapshot) => snapshots.push(snapshot),
      onError: (error) => errors.push(error),
    });
    const settle = async () => {
      for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    };
    return { snapshots, errors, watcher, settle };
  }

  it('tells what there is, and then what changes', async () => {
    const todos = todosOf(LI);
    await todos.add({ data: { _id: 'a', done: false, at: { x: 1 } } });
    const { snapshots, settle, watcher } = watch(todos.where({ done: false }) as unknown as Watches);
    await settle();
    expect(snapshots).toEqual([
      {
        id: 1,
        type: 'init',
        docs: [{ _id: 'a', _openid: LI, done: false, at: { x: 1 } }],
        docChanges: [
          {
            id: 1,
            queueType: 'init',
            dataType: 'init',
            docId: 'a',
            doc: expect.objectContaining({ _id: 'a' }),
          },
        ],
      },
    ]);

    await todos.add({ data: { _id: 'b', done: false } });
    await settle();
    await todos.doc('a').update({ data: { at: { x: 2 } } });
    await settle();
    await todos.doc('b').set({ data: { done: false, n: 1 } });
    await settle();
    await todos.doc('a').update({ data: { done: true } });
    await settle();
    await todos.doc('b').remove();
    await settle();

    expect(snapshots.slice(1).map(({ docChanges: [change] }) => change)).toMatchObject([
      { queueType: 'enqueue', dataType: 'add', docId: 'b' },
      {
        queueType: 'update',
        dataType: 'update',
        docId: 'a',
        updatedFields: { 'at.x': 2 },
        removedFields: [],
      },
      { queueType: 'update', dataType: 'replace', docId: 'b' },
      { queueType: 'dequeue', dataType: 'update', docId: 'a' },
      { queueType: 'dequeue', dataType: 'remove', docId: 'b' },
    ]);
    expect(snapshots.at(-1)).toMatchObject({ docs: [] });

    await watcher.close();
    await todos.add({ data: { done: false } });
    await settle();
    expect(snapshots).toHaveLength(6);
  });

  it('is not limited to 20, goes by its own order and limit, and shows nothing of others', async () => {
    for (let n = 0; n < 30; n++) insertByFunction({ _id: `d${n}`, n, _openid: LI });
    insertByFunction({ _id: 'hers', n: 100, _openid: HAN });
    const all = watch(todosOf(LI));
    const top = watch(todosOf(LI).orderBy('n', 'desc').limit(2) as unknown as Watches);
    await all.settle();
    expect(all.snapshots[0]?.docs).toHaveLength(30);
    expect(top.snapshots[0]?.docs.map(({ n }) => n)).toEqual([29, 28]);

    await todosOf(LI).add({ data: { _id: 'new', n: 50 } });
    await top.settle();

    expect(top.snapshots[1]?.docChanges).toMatchObject([
      { queueType: 'dequeue', dataType: 'limit', docId: 'd28' },
      { queueType: 'enqueue', dataType: 'add', docId: 'new' },
    ]);
  });

  it('of one document tells of that alone', async () => {
    const todos = todosOf(LI);
    await todos.add({ data: { _id: 'a', n: 1 } });
    const { snapshots, settle } = watch(todos.doc('a') as unknown as Watches);
    await settle();
    await todos.add({ data: { _id: 'b' } });
    await todos.doc('a').update({ data: { n: 2 } });
    await settle();
    expect(snapshots.map(({ docs }) => docs[0]?.['n'])).toEqual([1, 2]);
  });

  it('ends with an error where the user may not read', async () => {
    setPermission('ADMINONLY');
    const { snapshots, errors, settle } = watch(todosOf(LI));
    await settle();
    expect(snapshots).toEqual([]);
    expect(errors).toMatchObject([{ errCode: -502003 }]);
  });
});
