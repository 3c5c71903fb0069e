/** `applyAnimatedStyle` (WeChat's documentation: framework/runtime/skyline/worklet): a style that follows shared values. */
import { follow } from '../wx/worklet';

const running = new Map<number, () => void>();
let styles = 0;

/** @returns the style's id, which ends it */
export function applyAnimatedStyle(select: () => HTMLElement[], style: () => Record<string, string>): number {
  styles += 1;
  const stop = follow(() => {
    const wanted = style();
    // Also before there is a node, so that the values that it reads are known.
    for (const element of select()) Object.assign(element.style, wanted);
  });
  running.set(styles, stop);
  return styles;
}

export function clearAnimatedStyles(ids: number[]): void {
  for (const id of ids) {
    running.get(id)?.();
    running.delete(id);
  }
}
