/** `this.animate` and `this.clearAnimation` (WeChat's documentation: framework/view/animation). */
import { isTransform, transformFunction } from './transform';

/** Runs keyframes on elements. @param duration milliseconds */
export function animateElements(
  elements: HTMLElement[],
  keyframes: Record<string, unknown>[],
  duration: number,
  onEnd?: () => void,
): void {
  const frames = keyframes.map(toKeyframe);
  const running = elements.map((element) => element.animate(frames, { duration, fill: 'forwards' }).finished);
  void Promise.allSettled(running).then(onEnd);
}

export function clearAnimations(elements: HTMLElement[], onEnd?: () => void): void {
  for (const element of elements) for (const animation of element.getAnimations()) animation.cancel();
  onEnd?.();
}

/** WeChat's keyframes write `ease` for the easing and the parts of a transform by themselves. */
function toKeyframe(frame: Record<string, unknown>): Keyframe {
  const keyframe: Keyframe = {};
  const transforms: string[] = [];
  for (const [name, value] of Object.entries(frame)) {
    if (name === 'ease') keyframe.easing = String(value);
    else if (isTransform(name))
      transforms.push(transformFunction(name, Array.isArray(value) ? value : [value]));
    else keyframe[name] = value as string | number;
  }
  if (transforms.length > 0) keyframe['transform'] = transforms.join(' ');
  return keyframe;
}
