/** The keys of the timeline, wherever the focus is on the page. */
import { type Doing, useKeys, within } from '../frame/keyboard';
import type { Actions } from './actions';
import type { Entry } from './entries';
import type { ViewControl } from './useView';

interface Keys {
  shown: Entry[];
  entry: Entry | undefined;
  view: ViewControl;
  actions: Actions;
  focusList: () => void;
  focusSearch: () => void;
  onEdit: () => void;
  onClear: () => void;
}

/** Rows that PageUp and PageDown go. */
const PAGE = 15;

export function useTimelineKeys(keys: Keys): void {
  const { shown, entry, view, actions } = keys;
  const at = shown.findIndex(({ key }) => key === entry?.key);
  const go = (index: number) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (next !== undefined) view.select(next.key);
  };
  /** The details scroll by the keys of scrolling while they have the focus. */
  const scrollOr =
    (index: number): Doing =>
    (event) => {
      if (within(event, '.details')) return false;
      go(index);
      keys.focusList();
      return true;
    };
  const goToFailed = (step: 1 | -1) => {
    for (let index = at + step; index >= 0 && index < shown.length; index += step) {
      if (shown[index]?.outcome.state === 'failed') return go(index);
    }
  };
  useKeys({
    j: () => go(at + 1),
    k: () => go(at - 1),
    n: () => goToFailed(1),
    N: () => goToFailed(-1),
    ArrowDown: scrollOr(at + 1),
    ArrowUp: scrollOr(at - 1),
    PageDown: scrollOr(at + PAGE),
    PageUp: scrollOr(at - PAGE),
    Home: scrollOr(0),
    End: scrollOr(shown.length - 1),
    Enter(event) {
      // A button or link under the focus takes it itself.
      if (entry === undefined || within(event, 'button, a, input')) return false;
      view.open(entry.key);
      return true;
    },
    Escape() {
      if (!view.opened) return false;
      view.close();
      keys.focusList();
      return true;
    },
    '/': keys.focusSearch,
    f: () => view.setFilter({ ...view.filter, failedOnly: !view.filter.failedOnly }),
    x: keys.onClear,
    c: () => void (entry && actions.copyCurl(entry)),
    r: () => void (entry && actions.again(entry)),
    e: () => {
      if (entry !== undefined) keys.onEdit();
    },
  });
}
