/** Nodes of the page and animations (WeChat's documentation: api/wxml, api/ui/animation, api/ui/custom-component). */
import type { GeneralComponent } from 'glass-easel';
import { createAnimation } from '../nodes/createAnimation';
import { NodeIntersectionObserver } from '../nodes/intersectionObserver';
import { type Caller, SelectorQuery } from '../nodes/selectorQuery';
import type { WxParts } from './parts';
import { workletApi } from './worklet';

export function nodesApi({ pages }: WxParts) {
  const page = () => pages.top()?.instance._$ as GeneralComponent | undefined;
  return {
    createSelectorQuery: () => new SelectorQuery(page()),
    createIntersectionObserver: (
      caller?: Caller,
      options?: ConstructorParameters<typeof NodeIntersectionObserver>[1],
    ) => new NodeIntersectionObserver(caller?._$ ?? page(), options),
    createAnimation,
    nextTick: (task: () => void) => queueMicrotask(task),
    requestIdleCallback: (task: IdleRequestCallback, options?: IdleRequestOptions) =>
      window.requestIdleCallback(task, options),
    cancelIdleCallback: (id: number) => window.cancelIdleCallback(id),
    worklet: workletApi(),
  };
}
