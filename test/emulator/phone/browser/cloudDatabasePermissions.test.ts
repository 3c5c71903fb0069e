/** `wx.cloud.database()`: what a collection's permission lets a user do. */
import { clientOf, database, HAN, insertByFunction, LI, setPermission, todosOf } from './clientDatabases';

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
