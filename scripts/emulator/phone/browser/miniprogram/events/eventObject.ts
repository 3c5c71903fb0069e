/** The event object as a mini-program's handlers get it (WeChat's documentation: framework/view/wxml/event). */
import { Element as ComponentElement, Event } from 'glass-easel';

/** What `target` and `currentTarget` are: data, not the component. */
export interface EventTarget {
  id: string;
  dataset: Record<string, unknown>;
  offsetLeft: number;
  offsetTop: number;
}

const elements = new WeakMap<object, ComponentElement>();

/** The component that an event's `target` or `currentTarget` stands for. */
export const elementOf = (target: object): ComponentElement | undefined => elements.get(target);

/**
 * The framework hands out the components themselves; WeChat hands out plain objects, which mini-programs keep, print
 * and put into `setData`. From here on every event of this document is WeChat's.
 */
export function useWeChatEvents(): void {
  const wrap = Event.prototype.wrapShadowedEvent;
  Event.prototype.wrapShadowedEvent = function (target, mark, currentTarget) {
    const event = wrap.call(this, target, mark, currentTarget);
    const plain: Record<string, unknown> = {
      target: describe(target),
      currentTarget: describe(currentTarget),
      mark: mark ?? {},
    };
    for (const field of ['type', 'timeStamp', 'detail'] as const) plain[field] = this[field];
    if (this.extraFields !== undefined) Object.assign(plain, this.extraFields);
    return Object.assign(event, plain);
  };
}

export function describe(target: ComponentElement): EventTarget {
  let element = '_$' in target ? (target as { _$: ComponentElement })._$ : target;
  // What comes out of a slot comes, to the component that has it, from what the slot stands in.
  while (ComponentElement.getSlotName(element) !== undefined && element.parentNode !== null) {
    element = element.parentNode;
  }
  const host: unknown = element.$$;
  const { offsetLeft, offsetTop } = host instanceof HTMLElement ? host : { offsetLeft: 0, offsetTop: 0 };
  const plain = { id: element.id, dataset: { ...element.dataset }, offsetLeft, offsetTop };
  elements.set(plain, element);
  return plain;
}
