/** The life cycle `ready`, which the framework leaves to its host. */
import { Element as ComponentElement, type GeneralComponent } from 'glass-easel';

let waiting: GeneralComponent[] = [];

/** Calls `ready` of a component that has just been attached, once what attached it is done. */
export function readySoon(component: GeneralComponent): void {
  if (waiting.length === 0) {
    queueMicrotask(() => {
      const attached = waiting;
      waiting = [];
      for (const each of attached) if (ComponentElement.isAttached(each)) each.triggerLifetime('ready', []);
    });
  }
  waiting.push(component);
}
