/** The sheet with wheels that `<picker>` opens. */
import { goRound } from '../../goRound';
import { createWheel } from './wheel';

export interface PickerSheet {
  title: string;
  columns: string[][];
  chosen: number[];
  /** A wheel has turned: other columns may have other items now. */
  onTurn?(column: number, index: number): void;
}

export interface OpenPickerSheet {
  /** The indexes that were chosen; undefined when it was cancelled. */
  closed: Promise<number[] | undefined>;
  update(columns: string[][], chosen: number[]): void;
  /** As if it had been cancelled. */
  close(): void;
}

export function openPickerSheet({ title, columns, chosen, onTurn }: PickerSheet): OpenPickerSheet {
  const indexes = [...chosen];
  const layer = document.createElement('div');
  layer.className = 'wx-picker-layer';
  layer.setAttribute('role', 'dialog');
  layer.setAttribute('aria-modal', 'true');
  layer.setAttribute('aria-label', title || '选择');
  const { promise, resolve } = deferred<number[] | undefined>();
  const close = (answer: number[] | undefined) => {
    layer.remove();
    opener?.focus();
    resolve(answer);
  };
  const opener = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
  const wheels = columns.map((_, column) =>
    createWheel(`第 ${column + 1} 列`, (index) => {
      indexes[column] = index;
      onTurn?.(column, index);
    }),
  );
  const update = (items: string[][], now: number[]) => {
    wheels.forEach((wheel, column) => {
      indexes[column] = now[column] ?? 0;
      wheel.setItems(items[column] ?? [], indexes[column]);
    });
  };

  const sheet = document.createElement('div');
  sheet.className = 'wx-picker-sheet';
  const bar = document.createElement('header');
  const heading = document.createElement('span');
  heading.textContent = title;
  const cancel = button('取消', () => close(undefined));
  const confirm = button('确定', () => close(indexes));
  confirm.className = 'wx-picker-confirm';
  bar.append(cancel, heading, confirm);
  const body = document.createElement('div');
  body.className = 'wx-wheels';
  body.append(...wheels.map(({ element }) => element));
  sheet.append(bar, body);
  layer.append(sheet);
  layer.addEventListener('click', ({ target }) => target === layer && close(undefined));
  layer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close(undefined);
    goRound(event, layer);
  });
  document.body.append(layer);
  // Only what lies in the document scrolls.
  update(columns, indexes);
  wheels[0]?.element.focus();
  return { closed: promise, update, close: () => close(undefined) };
}

function button(text: string, onClick: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
