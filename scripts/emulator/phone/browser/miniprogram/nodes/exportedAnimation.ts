/** The property `animation`, to which the result of `wx.createAnimation` goes (WeChat's documentation: api/ui/animation). */
import type { ExportedAnimation } from './createAnimation';
import { isTransform, toLength, transformFunction } from './transform';

/** The last animation of each element: one that follows takes its place. */
const playing = new WeakMap<HTMLElement, ExportedAnimation>();

/** Runs the steps one after the other on an element; each leaves its styles there. */
export async function playAnimation(element: HTMLElement, exported: unknown): Promise<void> {
  if (!isExported(exported)) return;
  playing.set(element, exported);
  for (const { animates, option } of exported.actions) {
    const { duration, timingFunction, delay } = option.transition;
    element.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`;
    element.style.transformOrigin = option.transformOrigin;
    const transforms = animates.filter(({ type }) => isTransform(type));
    if (transforms.length > 0)
      element.style.transform = transforms.map(({ type, args }) => transformFunction(type, args)).join(' ');
    for (const { type, args } of animates) {
      const [name, value] = args;
      if (type !== 'style') continue;
      element.style.setProperty(String(name), name === 'opacity' ? String(value) : toLength(value));
    }
    await new Promise((resolve) => setTimeout(resolve, duration + delay));
    if (playing.get(element) !== exported) return;
  }
}

const isExported = (value: unknown): value is ExportedAnimation =>
  typeof value === 'object' && value !== null && 'actions' in value && Array.isArray(value.actions);
