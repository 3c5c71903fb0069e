/** A column of which one item is chosen by turning it: what pickers are made of. */

export interface Wheel {
  element: HTMLElement;
  setItems(labels: string[], chosen: number): void;
}

/** Pixels. */
const WHEEL_ITEM_HEIGHT = 48;

/** Milliseconds without movement after which a wheel stands still. */
const STILL_MS = 120;

export function createWheel(label: string, onChoose: (index: number) => void): Wheel {
  const element = document.createElement('div');
  element.className = 'wx-wheel';
  element.tabIndex = 0;
  element.setAttribute('role', 'listbox');
  element.setAttribute('aria-label', label);
  let chosen = 0;
  let count = 0;

  const mark = () => {
    [...element.children].forEach((item, index) => {
      item.setAttribute('aria-selected', String(index === chosen));
    });
  };
  const choose = (index: number) => {
    chosen = Math.max(0, Math.min(index, count - 1));
    element.scrollTop = chosen * WHEEL_ITEM_HEIGHT;
    mark();
  };
  const turn = (index: number) => {
    const before = chosen;
    choose(index);
    if (chosen !== before) onChoose(chosen);
  };
  onStill(element, () => turn(Math.round(element.scrollTop / WHEEL_ITEM_HEIGHT)));
  element.addEventListener('keydown', (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -5, PageDown: 5 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    turn(chosen + step);
  });

  return {
    element,
    setItems(labels, index) {
      count = labels.length;
      element.replaceChildren(
        ...labels.map((text, at) => {
          const item = document.createElement('div');
          item.setAttribute('role', 'option');
          item.textContent = text;
          item.addEventListener('click', () => turn(at));
          return item;
        }),
      );
      choose(index);
    },
  };
}

/** Calls back when an element that scrolls has come to rest. */
export function onStill(element: HTMLElement, atRest: () => void): void {
  let timer: number | undefined;
  element.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = window.setTimeout(atRest, STILL_MS);
  });
}
