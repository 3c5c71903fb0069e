import { _, collection as accounts, beginWithEmptyCollection, sdk } from './emptyCollection';
import type { Collection, Transaction } from './sdk';

beginWithEmptyCollection('accounts');
beforeEach(async () => {
  await accounts.add({
    data: [
      { _id: 'a', money: 100 },
      { _id: 'b', money: 0 },
    ],
  });
});

const moneyOf = async (id: string) => (await accounts.doc(id).get()).data.money;

const transfer = async (transaction: Transaction, amount: number) => {
  const inside = transaction.collection('accounts');
  await inside.doc('a').update({ data: { money: _.inc(-amount) } });
  await inside.doc('b').update({ data: { money: _.inc(amount) } });
};

describe('runTransaction', () => {
  it('keeps all writes, and gives what the function returns', async () => {
    const answer = await sdk.db.runTransaction(async (transaction) => {
      await transfer(transaction, 30);
      return 'paid';
    });
    expect(answer).toBe('paid');
    expect([await moneyOf('a'), await moneyOf('b')]).toEqual([70, 30]);
  });

  it('keeps nothing when the function throws, and throws the same', async () => {
    const failed = sdk.db.runTransaction(async (transaction) => {
      await transfer(transaction, 30);
      throw new Error('out of stock');
    });
    await expect(failed).rejects.toThrow('out of stock');
    expect([await moneyOf('a'), await moneyOf('b')]).toEqual([100, 0]);
  });

  it('is rejected with the reason of a rollback', async () => {
    const failed = sdk.db.runTransaction(async (transaction) => {
      await transfer(transaction, 30);
      await transaction.rollback(-100);
    });
    await expect(failed).rejects.toBe(-100);
    expect(await moneyOf('a')).toBe(100);
  });

  it('runs again after DATABASE_TRANSACTION_CONFLICT, on what the others left', async () => {
    let runs = 0;
    await sdk.db.runTransaction(async (transaction) => {
      runs += 1;
      const document = transaction.collection('accounts').doc('a');
      const { money } = (await document.get()).data;
      if (runs === 1) await accounts.doc('a').update({ data: { money: 500 } });
      await document.update({ data: { money: Number(money) + 1 } });
    });
    expect(runs).toBe(2);
    expect(await moneyOf('a')).toBe(501);
  });

  it('gives up after the times it was told to', async () => {
    let runs = 0;
    const failed = sdk.db.runTransaction(async (transaction) => {
      runs += 1;
      await transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { run: runs } });
      await accounts.doc('a').update({ data: { money: _.inc(1) } });
    }, 1);
    await expect(failed).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
      message: expect.stringContaining('[ResourceUnavailable.TransactionConflict]'),
    });
    expect(runs).toBe(2);
  });

  it('lets concurrent transfers through one after the other', async () => {
    const runs = Array.from({ length: 4 }, () =>
      sdk.db.runTransaction((transaction) => transfer(transaction, 10), 10),
    );
    await Promise.all(runs);
    expect([await moneyOf('a'), await moneyOf('b')]).toEqual([60, 40]);
  });
});

describe('startTransaction', () => {
  let transaction: Transaction;
  let inside: Collection;
  beforeEach(async () => {
    transaction = await sdk.db.startTransaction();
    inside = transaction.collection('accounts');
  });

  it('sees its own writes, which nobody else sees before the commit', async () => {
    await inside.doc('a').update({ data: { money: 1 } });
    await inside.add({ data: { _id: 'c', money: 7 } });
    await inside.doc('b').remove();
    expect((await inside.get()).data).toEqual([
      { _id: 'a', money: 1 },
      { _id: 'c', money: 7 },
    ]);
    expect((await accounts.get()).data).toEqual([
      { _id: 'a', money: 100 },
      { _id: 'b', money: 0 },
    ]);
    await transaction.commit();
    expect((await accounts.get()).data).toEqual([
      { _id: 'a', money: 1 },
      { _id: 'c', money: 7 },
    ]);
  });

  it('reads the documents as they were when it began', async () => {
    await accounts.doc('a').update({ data: { money: 5 } });
    await accounts.doc('b').remove();
    await accounts.add({ data: { _id: 'c', money: 7 } });
    expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', money: 100 });
    expect((await inside.where({ money: _.gte(0) }).get()).data).toEqual([
      { _id: 'a', money: 100 },
      { _id: 'b', money: 0 },
    ]);
    await expect(inside.doc('c').get()).rejects.toMatchObject({
      errMsg: expect.stringContaining('does not exist'),
    });
  });

  it('commits although a document that it only read has changed', async () => {
    await inside.doc('a').get();
    await accounts.doc('a').update({ data: { money: 5 } });
    await inside.doc('b').update({ data: { money: 1 } });
    await transaction.commit();
    expect(await moneyOf('b')).toBe(1);
  });

  it('conflicts when another has added the document that it adds', async () => {
    await inside.doc('c').set({ data: { by: 'transaction' } });
    await accounts.doc('c').set({ data: { by: 'other' } });
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
    expect((await accounts.doc('c').get()).data).toEqual({ _id: 'c', by: 'other' });
  });

  it('refuses an id that is taken', async () => {
    await expect(inside.add({ data: { _id: 'a' } })).rejects.toMatchObject({ errCode: -502001 });
  });

  it('forgets its writes at a rollback', async () => {
    await inside.doc('a').remove();
    await transaction.rollback();
    expect(await moneyOf('a')).toBe(100);
  });

  const GONE = { errMsg: expect.stringContaining('transaction must be commit or abort in 30 seconds') };

  it('is gone after 30 seconds', async () => {
    await inside.doc('a').update({ data: { money: 1 } });
    sdk.clock.advance(30_001);
    await expect(inside.doc('a').get()).rejects.toMatchObject(GONE);
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
    expect(await moneyOf('a')).toBe(100);
  });

  it('is gone after its end', async () => {
    await transaction.commit();
    await expect(inside.doc('a').update({ data: { money: 1 } })).rejects.toMatchObject(GONE);
    await expect(transaction.rollback()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  });
});
