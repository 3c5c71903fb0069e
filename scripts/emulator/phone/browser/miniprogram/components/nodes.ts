/** What `SelectorQuery` gives of a component beyond its box: `node` of a canvas or scroll view, and contexts. */
import type { Element as ComponentElement } from 'glass-easel';

export interface NodeAnswer {
  node?: unknown;
  context?: unknown;
}

const answers = new WeakMap<ComponentElement, () => NodeAnswer>();

/** Called by a component that has something to give. */
export function offerNode(component: ComponentElement, answer: () => NodeAnswer): void {
  answers.set(component, answer);
}

export const nodeOf = (component: ComponentElement): NodeAnswer => answers.get(component)?.() ?? {};
