import { polling } from '../../../miniprogram/services/polling';

describe('polling', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks again when the answer is there, not while it is awaited', async () => {
    let answer = (_well: boolean) => {};
    const ask = jest.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));
    const asking = polling(ask, 1_000);
    asking.start();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(ask).toHaveBeenCalledTimes(1);
    answer(true);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(2);
    asking.stop();
  });

  it('asks less often while it fails', async () => {
    const ask = jest.fn(async () => false);
    const asking = polling(ask, 1_000);
    asking.start();
    await jest.advanceTimersByTimeAsync(1_000 + 2_000 + 4_000);
    expect(ask).toHaveBeenCalledTimes(3);
    asking.stop();
  });

  it('stops, and an answer that comes later does not go on', async () => {
    let answer = (_well: boolean) => {};
    const ask = jest.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));
    const asking = polling(ask, 1_000);
    asking.start();
    await jest.advanceTimersByTimeAsync(1_000);
    asking.stop();
    answer(true);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
