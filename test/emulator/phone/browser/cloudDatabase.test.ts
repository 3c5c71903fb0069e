/** `wx.cloud.database()`: the client's calls, answers and errors. */
import { clientOf, HAN, insertByFunction, LI, todosOf } from './clientDatabases';

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
