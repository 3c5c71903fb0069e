/** `watch()` of `wx.cloud.database()`: what is told, and when. */
import { EmulatorError } from '../../../../scripts/emulator/browser/ask';
import { databaseError } from '../../../../scripts/emulator/phone/browser/miniprogram/wx/cloud/failure';
import { startWatch } from '../../../../scripts/emulator/phone/browser/miniprogram/wx/cloudDatabase/watch';
import {
  HAN,
  insertByFunction,
  LI,
  type Snapshot,
  setPermission,
  todosOf,
  type Watches,
} from './clientDatabases';

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

  it('waits while there is no answer, and ends with any refusal, also one without a number', async () => {
    const failures = [
      new EmulatorError('UNREACHABLE', 'no network'),
      new EmulatorError('INTERNAL', 'broken'),
    ];
    let tell = () => {};
    const backend = {
      send: async () => ({}),
      watched: async () => ({}),
      follow: (_: string, listener: (changed: undefined) => void) => {
        tell = () => listener(undefined);
        return () => {};
      },
    };
    const find = async () => {
      const failure = failures.shift();
      throw databaseError(failure);
    };
    const errors: Error[] = [];
    startWatch(backend, 'todos', { onChange() {}, onError: (error) => errors.push(error) }, find);
    await new Promise((resolve) => setImmediate(resolve));
    expect(errors).toEqual([]);

    tell();
    await new Promise((resolve) => setImmediate(resolve));

    expect(errors).toMatchObject([{ errCode: -1, errMsg: 'broken' }]);
  });
});
