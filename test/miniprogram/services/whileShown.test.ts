import { whileShown } from '../../../miniprogram/services/whileShown';

describe('whileShown', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks at once, and again when the answer has come', async () => {
    let answer = (_well: boolean) => {};
    const ask = jest.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));
    const page = whileShown(ask, 3_000, () => {});
    page.show();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(ask).toHaveBeenCalledTimes(1);
    answer(true);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(ask).toHaveBeenCalledTimes(2);
    page.hide();
  });

  it('draws each second what counts down', async () => {
    const eachSecond = jest.fn();
    const page = whileShown(async () => true, 60_000, eachSecond);
    page.show();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(eachSecond).toHaveBeenCalledTimes(3);
    page.hide();
  });

  it('asks now when it is told to, and then in its time', async () => {
    const ask = jest.fn(async () => true);
    const page = whileShown(ask, 3_000, () => {});
    page.show();
    await jest.advanceTimersByTimeAsync(2_000);
    page.refresh();
    expect(ask).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(2_999);
    expect(ask).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(ask).toHaveBeenCalledTimes(3);
    page.hide();
  });

  it('asks no more once the page is left, whoever tells it to', async () => {
    const ask = jest.fn(async () => true);
    const eachSecond = jest.fn();
    const page = whileShown(ask, 3_000, eachSecond);
    page.show();
    page.hide();
    page.refresh();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(eachSecond).not.toHaveBeenCalled();
  });
});
