/** A component as WXS sees it: `ComponentDescriptor` (WeChat's documentation: framework/view/interactive-animation). */
import { Component, type Element as ComponentElement } from 'glass-easel';
import { rpxToViewport } from '../../../rpx';
import { elementOf } from './eventObject';

const descriptors = new WeakMap<ComponentElement, object>();

/** The same component has the same descriptor, so that `getState` keeps what a WXS function puts there. */
function descriptorOf(element: ComponentElement): object {
  const known = descriptors.get(element);
  if (known !== undefined) return known;
  const descriptor = createDescriptor(element);
  descriptors.set(element, descriptor);
  return descriptor;
}

function createDescriptor(element: ComponentElement) {
  const state = {};
  const host = () => (element.$$ instanceof HTMLElement ? (element.$$ as HTMLElement) : undefined);
  const root = () => (Component.isComponent(element) ? element.getShadowRoot() : undefined);
  return {
    selectComponent: (selector: string) => describe(root()?.querySelector(selector) ?? undefined),
    selectAllComponents: (selector: string) => (root()?.querySelectorAll(selector) ?? []).map(descriptorOf),
    setStyle(style: string | Record<string, string | number>) {
      const target = host();
      if (target === undefined) return;
      const written = typeof style === 'string' ? declarations(style) : Object.entries(style);
      for (const [name, value] of written)
        target.style.setProperty(dashed(name), rpxToViewport(String(value)));
    },
    addClass: (name: string) => element.classList?.toggle(name, true),
    removeClass: (name: string) => element.classList?.toggle(name, false),
    hasClass: (name: string) => element.classList?.contains(name) ?? false,
    getDataset: () => element.dataset,
    callMethod(name: string, argument: unknown) {
      const owner = Component.isComponent(element) ? element : element.ownerShadowRoot?.getHostNode();
      if (owner === undefined) return;
      const caller = owner.getMethodCaller() as Record<string, unknown>;
      const method = caller[name];
      if (typeof method === 'function') method.call(caller, argument);
    },
    requestAnimationFrame: (frame: () => void) => window.requestAnimationFrame(frame),
    setTimeout: (task: () => void, delay: number) => window.setTimeout(task, delay),
    clearTimeout: (timer: number) => window.clearTimeout(timer),
    getState: () => state,
    triggerEvent: (name: string, detail: unknown) => element.triggerEvent(name, detail),
    getBoundingClientRect: () => host()?.getBoundingClientRect().toJSON(),
    getComputedStyle(names: string[]) {
      const target = host();
      const style = target && window.getComputedStyle(target);
      return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(dashed(name)) ?? '']));
    },
  };
}

const describe = (element: ComponentElement | undefined) => element && descriptorOf(element);

const declarations = (style: string) =>
  style
    .split(';')
    .map((part) => part.split(/:(.*)/s))
    .filter(([name = '']) => name.trim() !== '')
    .map(([name = '', value = '']) => [name.trim(), value.trim()] as const);

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

type WxsFunction = (...parameters: unknown[]) => unknown;

/** What compiled templates call; a place that begins with 1 or 2 is one in a WXS module. */
export const wxsCalls = {
  propertyListener(listener: WxsFunction, from: unknown): WxsFunction {
    if (!isWxs(from)) return listener;
    // Once the template is drawn: a property changes first while its component is being made.
    return (value, before, owner, element) =>
      queueMicrotask(() =>
        listener(
          value,
          before,
          descriptorOf(owner as ComponentElement),
          descriptorOf(element as ComponentElement),
        ),
      );
  },

  callHandler(
    caller: { _$: ComponentElement },
    event: WxsEvent,
    handler: WxsFunction,
    from: unknown,
  ): unknown {
    if (!isWxs(from)) {
      // Only WXS stops an event with `return false`; the framework would take any handler's word for it.
      const answer = handler.call(caller, event);
      return answer === false ? undefined : answer;
    }
    const element = elementOf(event.currentTarget);
    const instance = element && descriptorOf(element);
    const currentTarget = { ...event.currentTarget, instance };
    return handler(Object.assign(Object.create(event), { instance, currentTarget }), descriptorOf(caller._$));
  },
};

interface WxsEvent {
  currentTarget: object;
}

const isWxs = (from: unknown) => Array.isArray(from) && (from[0] === 1 || from[0] === 2);
