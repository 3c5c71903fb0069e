/** What `this` of every page and component has beside the framework's own (WeChat's documentation: reference/api). */
import type { GeneralBehavior } from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { applyAnimatedStyle, clearAnimatedStyles } from './animatedStyle';
import { NodeIntersectionObserver } from './intersectionObserver';
import { animateElements, clearAnimations } from './keyframes';
import { readySoon } from './ready';
import { type Caller, SelectorQuery } from './selectorQuery';

/** Must come before any component is defined. */
export function addInstanceMethods(codeSpace: CodeSpace): void {
  const behavior = codeSpace.getComponentSpace().defineBehavior({
    created() {
      // What draws it: `webview` or `skyline`. Libraries draw another template for each.
      Object.assign(this, { renderer: 'webview' });
      // `setData` copies what it is given field by field, another component too: the framework's tree is no field of it.
      Object.defineProperty(this, '_$', { value: callerOf(this)._$, enumerable: false });
    },
    attached() {
      readySoon(callerOf(this)._$);
    },
    methods: {
      createSelectorQuery() {
        return new SelectorQuery(callerOf(this)._$);
      },
      createIntersectionObserver(options: ConstructorParameters<typeof NodeIntersectionObserver>[1]) {
        return new NodeIntersectionObserver(callerOf(this)._$, options);
      },
      animate(selector: string, keyframes: Record<string, unknown>[], duration: number, onEnd?: () => void) {
        animateElements(select(callerOf(this), selector), keyframes, duration, onEnd);
      },
      clearAnimation(selector: string, options: unknown, onEnd?: () => void) {
        clearAnimations(
          select(callerOf(this), selector),
          typeof options === 'function' ? () => options() : onEnd,
        );
      },
      applyAnimatedStyle(
        selector: string,
        style: () => Record<string, string>,
        _options?: object,
        done?: (answer: { styleId: number }) => void,
      ) {
        const styleId = applyAnimatedStyle(() => select(callerOf(this), selector), style);
        done?.({ styleId });
      },
      clearAnimatedStyle(_selector: string, styleIds: number[], done?: () => void) {
        clearAnimatedStyles(styleIds);
        done?.();
      },
      getAppBar: () => null,
      setUpdatePerformanceListener() {},
    },
  });
  codeSpace.setOverallBehavior(behavior as unknown as GeneralBehavior);
}

/** The framework's types leave open that `this` is the object that the mini-program's code sees. */
const callerOf = (self: unknown) => self as Caller;

const select = ({ _$: component }: Caller, selector: string): HTMLElement[] =>
  (component.getShadowRoot()?.querySelectorAll(selector) ?? []).flatMap(({ $$: element }) =>
    element instanceof HTMLElement ? (element as HTMLElement) : [],
  );
