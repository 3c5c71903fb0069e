/** Shows 对方正在输入 on a user's phone while an operator types. */

/**
 * WeChat shows it for 15 seconds, and refuses it again meanwhile (45081; its documentation of
 * customerServiceMessage.setTyping).
 */
const SHOWN_MS = 15_000;

/** Hidden when the operator has typed nothing for so long. */
const PAUSE_MS = 6_000;

export interface TypingState {
  /** The operator typed; `text` is what stands in the box now. */
  typed(text: string): void;
  /** A message went out: WeChat has hidden the state itself. */
  sent(): void;
  /** The page is left. */
  stop(): void;
}

/** @param tell calls customerServiceTyping; what it answers does not matter to the one who types */
export function typingState(tell: (command: 'Typing' | 'CancelTyping') => void): TypingState {
  let shownUntil = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const forgetPause = () => {
    if (pause !== undefined) clearTimeout(pause);
  };
  const forget = () => {
    forgetPause();
    shownUntil = 0;
  };
  const hide = () => {
    if (Date.now() < shownUntil) tell('CancelTyping');
    forget();
  };

  return {
    typed(text) {
      forgetPause();
      if (text === '') return hide();
      if (Date.now() >= shownUntil) {
        shownUntil = Date.now() + SHOWN_MS;
        tell('Typing');
      }
      pause = setTimeout(hide, PAUSE_MS);
    },
    sent: forget,
    stop: hide,
  };
}
