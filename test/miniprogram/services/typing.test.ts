import { typingState } from '../../../miniprogram/services/typing';

describe('typingState', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Types into a box, and keeps what WeChat is told. */
  function box() {
    const told: string[] = [];
    return { told, typing: typingState((command) => told.push(command)) };
  }

  it('shows the state at the first letter, and not again while WeChat still shows it', () => {
    const { told, typing } = box();
    typing.typed('你');
    jest.advanceTimersByTime(5_000);
    typing.typed('你好');
    expect(told).toEqual(['Typing']);
  });

  it('shows it again to one who types for longer than the 15 seconds that it lasts', () => {
    const { told, typing } = box();
    for (let second = 0; second <= 15; second += 5) {
      typing.typed(`${second}`);
      jest.advanceTimersByTime(5_000);
    }
    expect(told).toEqual(['Typing', 'Typing']);
  });

  it('hides it when the box is empty again, or nothing is typed for a while', () => {
    const { told, typing } = box();
    typing.typed('你');
    typing.typed('');
    typing.typed('好');
    jest.advanceTimersByTime(6_000);
    expect(told).toEqual(['Typing', 'CancelTyping', 'Typing', 'CancelTyping']);
  });

  it('says nothing after a message: WeChat has hidden the state itself', () => {
    const { told, typing } = box();
    typing.typed('你');
    typing.sent();
    typing.stop();
    jest.advanceTimersByTime(20_000);
    expect(told).toEqual(['Typing']);
  });

  it('hides it when the page is left', () => {
    const { told, typing } = box();
    typing.typed('你');
    typing.stop();
    typing.stop();
    expect(told).toEqual(['Typing', 'CancelTyping']);
  });
});
