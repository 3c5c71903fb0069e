/** WeChat's names for what CSS says in `transform`, as both kinds of animation use them. */
import { rpxToViewport } from '../../../rpx';

const DEGREES = new Set(['rotate', 'rotateX', 'rotateY', 'rotateZ', 'skew', 'skewX', 'skewY']);
const PIXELS = new Set(['translate', 'translateX', 'translateY', 'translateZ', 'translate3d']);
const PLAIN = new Set(['scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d', 'matrix', 'matrix3d']);

export const isTransform = (name: string): boolean =>
  DEGREES.has(name) || PIXELS.has(name) || PLAIN.has(name) || name === 'rotate3d';

/** `rotate` and 45 become `rotate(45deg)`; lengths without a unit are pixels. */
export function transformFunction(name: string, parameters: readonly unknown[]): string {
  const written = parameters.map((parameter, index) => {
    const angle = DEGREES.has(name) || (name === 'rotate3d' && index === 3);
    if (angle) return `${String(parameter)}deg`;
    return PIXELS.has(name) ? toLength(parameter) : String(parameter);
  });
  return `${name}(${written.join(', ')})`;
}

export const toLength = (value: unknown): string =>
  typeof value === 'number' ? `${value}px` : rpxToViewport(String(value));
