import { deadlineIn } from '../../../../cloudfunctions/shared/push/deadline';

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(console, 'error').mockImplementation();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const never = new Promise<never>(() => undefined);

describe('a deadline', () => {
  it('gives what is done in time', async () => {
    const deadline = deadlineIn(4_000);
    expect(await deadline.orThrow(Promise.resolve('done'))).toBe('done');
    expect(await deadline.or(Promise.resolve('done'), 'late')).toBe('done');
    deadline.clear();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('waits for nothing that is late', async () => {
    const deadline = deadlineIn(4_000);
    const [or, orThrow] = [deadline.or(never, 'fallback'), deadline.orThrow(never)];
    jest.advanceTimersByTime(4_000);
    expect(await or).toBe('fallback');
    await expect(orThrow).rejects.toThrow('not done within 4000 ms');
    expect(await deadline.or(never, 'over before it began')).toBe('over before it began');
  });

  it('gives the fallback for what fails, and says so in the log', async () => {
    const deadline = deadlineIn(4_000);
    expect(await deadline.or(Promise.reject(new Error('broken')), 'fallback')).toBe('fallback');
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('broken'));
    await expect(deadline.orThrow(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    deadline.clear();
  });

  it('lets what fails after it end no process', async () => {
    const deadline = deadlineIn(4_000);
    let fail = (_: Error): void => undefined;
    const work = new Promise<string>((_, reject) => {
      fail = reject;
    });
    const answer = deadline.or(work, 'fallback');
    jest.advanceTimersByTime(4_000);
    expect(await answer).toBe('fallback');
    fail(new Error('too late'));
    await expect(work).rejects.toThrow('too late');
  });

  it('has passed when its time is over, so that an instance which thaws later sends nothing', () => {
    const deadline = deadlineIn(4_000);
    jest.advanceTimersByTime(3_999);
    expect(deadline.passed()).toBe(false);
    jest.advanceTimersByTime(1);
    expect(deadline.passed()).toBe(true);
  });
});
