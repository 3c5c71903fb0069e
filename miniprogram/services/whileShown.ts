/** A page that is up to date while it is shown: WeChat pushes to the cloud, not to a page, so the page asks. */
import { polling } from './polling';

export interface WhileShown {
  /** Call it in onShow. */
  show(): void;
  /** Asks now, where something has changed; nothing after the page was left. */
  refresh(): void;
  /** Call it in onHide and in onUnload: WeChat calls the one or the other. */
  hide(): void;
}

/**
 * @param ask at once, and from one answer to the next question each `everyMs`; resolves to whether it went well
 * @param eachSecond draws what counts down
 */
export function whileShown(ask: () => Promise<boolean>, everyMs: number, eachSecond: () => void): WhileShown {
  const asking = polling(ask, everyMs);
  let second: ReturnType<typeof setInterval> | undefined;
  const hide = () => {
    asking.stop();
    if (second !== undefined) clearInterval(second);
    second = undefined;
  };
  return {
    show() {
      hide();
      asking.start();
      second = setInterval(eachSecond, 1000);
    },
    refresh() {
      if (second !== undefined) asking.start();
    },
    hide,
  };
}
