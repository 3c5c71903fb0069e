/** The life cycle `ready`, which the framework leaves to its host. */
import { Element as ComponentElement, type GeneralComponent } from 'glass-easel';

let waiting: GeneralComponent[] = [];

/** Calls `ready` of a component that has just been attached, once what attached it is done. */
export function readySoon(component: GeneralComponent): void {
  if (waiting.length === 0) {
    queueMicrotask(() => {
      const attached = waiting;
      waiting = [];
      for (const each of insideFirst(attached)) {
        if (ComponentElement.isAttached(each)) each.triggerLifetime('ready', []);
      }
    });
  }
  waiting.push(component);
}

/** What a component is made of comes before it, as WeChat's own test framework (j-component) has it; else as attached. */
function insideFirst(attached: GeneralComponent[]): GeneralComponent[] {
  const known = new Set(attached);
  const made = new Map<GeneralComponent | undefined, GeneralComponent[]>();
  for (const each of attached) {
    const owner = each.ownerShadowRoot?.getHostNode();
    const maker = owner !== undefined && known.has(owner) ? owner : undefined;
    const others = made.get(maker);
    if (others === undefined) made.set(maker, [each]);
    else others.push(each);
  }
  const inOrder = (maker: GeneralComponent | undefined): GeneralComponent[] =>
    (made.get(maker) ?? []).flatMap((each) => [...inOrder(each), each]);
  return inOrder(undefined);
}
