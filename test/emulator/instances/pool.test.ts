import type { Instance } from '../../../scripts/emulator/instances/instance';
import { createPool } from '../../../scripts/emulator/instances/pool';

/** An instance that is gone as soon as the test says so. */
function fakeInstance(): { instance: Instance; end(): void } {
  let gone = false;
  const instance: Instance = {
    call: async () => ({ kind: 'timedOut' }),
    stop: async () => {},
    get gone() {
      return gone;
    },
    ended: new Promise(() => {}),
  };
  return {
    instance,
    end() {
      gone = true;
    },
  };
}

describe('a pool', () => {
  it('refuses those who wait when no instance can be started in the place of one that is gone', async () => {
    const first = fakeInstance();
    const starts = [{ instance: first.instance, sessionToken: 'a', startedTick: 0, calls: 0 }];
    const pool = createPool({
      version: '1',
      limit: 1,
      idleMs: 1_000,
      start() {
        const pooled = starts.pop();
        if (pooled === undefined) throw new Error('EAGAIN');
        return pooled;
      },
    });
    const taken = await pool.take();
    const waiting = [pool.take(), pool.take()];

    first.end();
    pool.giveBack(taken);

    for (const each of waiting) await expect(each).rejects.toThrow('EAGAIN');
  });

  it('counts no instance that is gone among those that rest', async () => {
    const { instance, end } = fakeInstance();
    const pooled = { instance, sessionToken: 'a', startedTick: 0, calls: 0 };
    const pool = createPool({ version: '1', limit: 1, idleMs: 1_000, start: () => pooled });
    pool.giveBack(await pool.take());
    expect(pool.reading().idle).toEqual([pooled]);

    end();

    expect(pool.reading().idle).toEqual([]);
    await pool.stop();
  });
});
