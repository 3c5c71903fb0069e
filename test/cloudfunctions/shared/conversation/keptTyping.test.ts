import { keptTyping } from '../../../../cloudfunctions/shared/conversation/keptTyping';
import type { TypingCommand } from '../../../../cloudfunctions/shared/wechat/customerServiceMessage';
import { wechatErrorOf } from '../../../../cloudfunctions/shared/wechat/wechatError';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const refusal = (errCode: number) =>
  wechatErrorOf('customerServiceMessage.setTyping', { errCode, errMsg: 'refused rid: 1' });

/** Work that takes so long, and what WeChat was told meanwhile and when, in seconds. */
async function during(
  workMs: number,
  refuse: (command: TypingCommand) => Error | undefined = () => undefined,
) {
  const startedAt = Date.now();
  const told: string[] = [];
  const show = async (command: TypingCommand) => {
    told.push(`${command} at ${(Date.now() - startedAt) / 1000}`);
    const error = refuse(command);
    if (error) throw error;
  };
  const work = new Promise<string>((resolve) => {
    setTimeout(() => resolve('done'), workMs);
  });
  const outcome = keptTyping(show, () => work);
  await jest.advanceTimersByTimeAsync(workMs);
  return { outcome: await outcome, told };
}

describe('the typing state', () => {
  it('is shown while the work runs, and hidden at its end', async () => {
    expect(await during(3_000)).toEqual({ outcome: 'done', told: ['Typing at 0', 'CancelTyping at 3'] });
  });

  it('is shown again when its 15 seconds are over, not before: 45081', async () => {
    const { told } = await during(40_000);
    expect(told).toEqual(['Typing at 0', 'Typing at 15.3', 'Typing at 30.6', 'CancelTyping at 40']);
  });

  it('is kept up when somebody else shows it already', async () => {
    const { told } = await during(20_000, () => refusal(45081));
    expect(told).toEqual(['Typing at 0', 'Typing at 15.3', 'CancelTyping at 20']);
  });

  it.each([45080, 45015, 45047, -1])(
    'is not asked for again after %d, and the work goes on',
    async (errCode) => {
      const { outcome, told } = await during(40_000, () => refusal(errCode));
      expect({ outcome, told }).toEqual({ outcome: 'done', told: ['Typing at 0', 'CancelTyping at 40'] });
    },
  );

  it('is hidden when the work fails, which fails as it would alone', async () => {
    const told: TypingCommand[] = [];
    const show = async (command: TypingCommand) => {
      told.push(command);
    };
    await expect(keptTyping(show, () => Promise.reject(new Error('no idea')))).rejects.toThrow('no idea');
    expect(told).toEqual(['Typing', 'CancelTyping']);
  });
});
