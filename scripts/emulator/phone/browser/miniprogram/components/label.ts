/** `<label>`: a tap on it is one on its control (WeChat's documentation: component/label). */
import { Component, type ComponentSpace, type GeneralComponent } from 'glass-easel';
import { type Control, componentsBelow, controlOf } from './controls';
import { builtIn, hostOf } from './element';

export function defineLabel(space: ComponentSpace) {
  return builtIn(space, 'label')
    .property('for', String)
    .init(({ self, lifetime }) => {
      // A tap inside the control itself is its own; it must not count twice.
      let tappedControl = false;
      lifetime('attached', () => {
        const begin = ({ target }: Event) => {
          tappedControl = [...componentsBelow(self)].some(
            (component) =>
              controlOf(component)?.activate !== undefined && hostOf(component).contains(target as Node),
          );
        };
        // A finger's tap ends before the browser's mouse events repeat it.
        for (const type of ['touchstart', 'mousedown'])
          hostOf(self).addEventListener(type, begin, { passive: true });
      });
      self.addListener('tap', () => {
        if (!tappedControl) labelled(self, self.data.for)?.activate?.();
        tappedControl = false;
      });
    })
    .registerComponent();
}

function labelled(label: GeneralComponent, id: string): Control | undefined {
  if (id !== '') {
    const named = label.ownerShadowRoot?.getElementById(id);
    return named !== undefined && Component.isComponent(named) ? controlOf(named) : undefined;
  }
  for (const component of componentsBelow(label)) {
    const control = controlOf(component);
    if (control?.activate !== undefined) return control;
  }
  return undefined;
}
