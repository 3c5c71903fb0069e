/** `wx.createAnimation`, and the `animation` property that its result goes to (WeChat's documentation: api/ui/animation). */
import { isTransform, toLength, transformFunction } from './transform';

interface Options {
  /** Milliseconds. Default 400. */
  duration?: number;
  timingFunction?: string;
  /** Milliseconds. Default 0. */
  delay?: number;
  transformOrigin?: string;
}

interface Change {
  name: string;
  parameters: unknown[];
}

export interface AnimationStep {
  changes: Change[];
  options: Required<Options>;
}

/** What goes through `setData` into the property. */
export interface ExportedAnimation {
  actions: AnimationStep[];
}

const TRANSFORMS = [
  ...[
    'rotate',
    'rotateX',
    'rotateY',
    'rotateZ',
    'rotate3d',
    'scale',
    'scaleX',
    'scaleY',
    'scaleZ',
    'scale3d',
  ],
  ...['translate', 'translateX', 'translateY', 'translateZ', 'translate3d', 'skew', 'skewX', 'skewY'],
  ...['matrix', 'matrix3d'],
];
const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'right', 'bottom'];

export function createAnimation(defaults: Options = {}): Record<string, unknown> {
  let actions: AnimationStep[] = [];
  let changes: Change[] = [];
  const animation: Record<string, unknown> = {
    step(options: Options = {}) {
      const {
        duration = 400,
        timingFunction = 'linear',
        delay = 0,
        transformOrigin = '50% 50% 0',
      } = {
        ...defaults,
        ...options,
      };
      actions.push({ changes, options: { duration, timingFunction, delay, transformOrigin } });
      changes = [];
      return animation;
    },
    export(): ExportedAnimation {
      const exported = { actions };
      actions = [];
      return exported;
    },
  };
  for (const name of [...TRANSFORMS, ...STYLES]) {
    animation[name] = (...parameters: unknown[]) => {
      changes.push({ name, parameters });
      return animation;
    };
  }
  return animation;
}

/** Runs the steps one after the other on an element; each leaves its styles there. */
export async function playAnimation(element: HTMLElement, exported: unknown): Promise<void> {
  if (!isExported(exported)) return;
  const transforms = new Map<string, string>();
  for (const { changes, options } of exported.actions) {
    const { duration, timingFunction, delay, transformOrigin } = options;
    element.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`;
    element.style.transformOrigin = transformOrigin;
    for (const { name, parameters } of changes) {
      if (isTransform(name)) transforms.set(name, transformFunction(name, parameters));
      else
        element.style.setProperty(
          cssName(name),
          name === 'opacity' ? String(parameters[0]) : toLength(parameters[0]),
        );
    }
    if (transforms.size > 0) element.style.transform = [...transforms.values()].join(' ');
    await new Promise((resolve) => setTimeout(resolve, duration + delay));
  }
}

const isExported = (value: unknown): value is ExportedAnimation =>
  typeof value === 'object' && value !== null && 'actions' in value && Array.isArray(value.actions);

const cssName = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
