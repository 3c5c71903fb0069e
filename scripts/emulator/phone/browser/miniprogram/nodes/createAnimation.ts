/** `wx.createAnimation` (WeChat's documentation: api/ui/animation). */

interface StepOptions {
  /** Milliseconds. Default 400. */
  duration?: number;
  timingFunction?: string;
  /** Milliseconds. Default 0. */
  delay?: number;
  transformOrigin?: string;
}

/** One change of a step. Fields are named as WeChat names them: libraries write and read them by themselves. */
interface Animate {
  /** A transform's name, or `style`, whose first argument is then the property's. */
  type: string;
  args: unknown[];
}

interface StepOption {
  transformOrigin: string;
  transition: { duration: number; timingFunction: string; delay: number };
}

interface Action {
  animates: Animate[];
  option: StepOption;
}

/** What goes through `setData` into the property. */
export interface ExportedAnimation {
  actions: Action[];
}

/** Its functions work on `this`: a mini-program that keeps one in its data works on a copy. */
interface Animation extends ExportedAnimation {
  option: StepOption;
  currentStepAnimates: Animate[];
  /** What each step before has made of the element: it stays so. */
  currentTransform: Record<string, Animate>;
  [method: string]: unknown;
}

const TRANSFORMS = [
  ...['rotate', 'rotateX', 'rotateY', 'rotateZ', 'rotate3d'],
  ...['scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d', 'skew', 'skewX', 'skewY'],
  ...['translate', 'translateX', 'translateY', 'translateZ', 'translate3d', 'matrix', 'matrix3d'],
];
const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'right', 'bottom'];

export function createAnimation(defaults: StepOptions = {}): Animation {
  const animation: Animation = {
    actions: [],
    currentStepAnimates: [],
    currentTransform: {},
    option: withOptions(NO_OPTIONS, defaults),
    step(this: Animation, options: StepOptions = {}) {
      for (const animate of this.currentStepAnimates) {
        const name = animate.type === 'style' ? `style.${animate.args[0]}` : animate.type;
        this.currentTransform[name] = animate;
      }
      this.currentStepAnimates = [];
      const animates = Object.values(this.currentTransform);
      this.actions.push({ animates, option: withOptions(this.option, options) });
      return this;
    },
    export(this: Animation): ExportedAnimation {
      const { actions } = this;
      this.actions = [];
      return { actions };
    },
  };
  const add = (name: string, animate: (parameters: unknown[]) => Animate) => {
    animation[name] = function (this: Animation, ...parameters: unknown[]) {
      this.currentStepAnimates.push(animate(parameters));
      return this;
    };
  };
  for (const type of TRANSFORMS) add(type, (args) => ({ type, args }));
  for (const name of STYLES) add(name, ([value]) => ({ type: 'style', args: [cssName(name), value] }));
  return animation;
}

const NO_OPTIONS: StepOption = {
  transformOrigin: '50% 50% 0',
  transition: { duration: 400, timingFunction: 'linear', delay: 0 },
};

function withOptions({ transformOrigin, transition }: StepOption, options: StepOptions): StepOption {
  const {
    duration = transition.duration,
    timingFunction = transition.timingFunction,
    delay = transition.delay,
  } = options;
  return {
    transformOrigin: options.transformOrigin ?? transformOrigin,
    transition: { duration, timingFunction, delay },
  };
}

const cssName = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
