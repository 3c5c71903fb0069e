import { registerClock } from '../../../../scripts/emulator/http/routes/clock';
import { createServer } from '../../../../scripts/emulator/http/server';
import { createClock } from '../../../../scripts/emulator/state/clock';
import { openStore } from '../../../../scripts/emulator/state/store';

const store = openStore();
const app = createServer();
beforeAll(async () => registerClock(await app, createClock(store)));
afterAll(async () => {
  await (await app).close();
  await store.close();
});

const move = async (payload: object) => {
  const { statusCode } = await (await app).inject({
    method: 'POST',
    url: '/emulator/clock',
    payload,
    headers: { host: '127.0.0.1' },
  });
  return statusCode;
};

describe('POST /emulator/clock', () => {
  it('goes no further than the year 9999, at once or step by step', async () => {
    const nearTheEnd = Date.UTC(9999, 11, 31);

    expect(await move({ now: Date.UTC(10_000, 0) })).toBe(400);
    expect(await move({ now: nearTheEnd })).toBe(200);
    expect(await move({ advanceMs: 2 * 24 * 3_600_000 })).toBe(400);
    expect(await move({ advanceMs: 1_000 })).toBe(200);
  });
});
