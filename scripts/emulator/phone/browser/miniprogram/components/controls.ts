/** What forms and labels know of the controls within them. */
import { Component, type Element as ComponentElement, type GeneralComponent } from 'glass-easel';

export interface Control {
  /** What the form submits under its `name`. */
  value?(): unknown;
  /** Back to what it was when it was made. */
  reset?(): void;
  /** A tap on its label. */
  activate?(): void;
}

const controls = new WeakMap<ComponentElement, Control>();

export function offerControl(component: ComponentElement, control: Control): void {
  controls.set(component, control);
}

export const controlOf = (component: ComponentElement): Control | undefined => controls.get(component);

/** Each component below another in the composed tree, in the order of the document. */
export function* componentsBelow(root: ComponentElement): Generator<GeneralComponent> {
  for (const child of root.getComposedChildren()) {
    if (!('getComposedChildren' in child)) continue;
    if (Component.isComponent(child)) yield child;
    yield* componentsBelow(child);
  }
}

/** Each component above another in the composed tree, the nearest first. */
export function* componentsAbove(component: ComponentElement): Generator<GeneralComponent> {
  for (let above = component.getComposedParent(); above !== null; above = above.getComposedParent()) {
    if (Component.isComponent(above)) yield above;
  }
}
