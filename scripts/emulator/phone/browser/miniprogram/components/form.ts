/** `<form>`: gathers its controls' values (WeChat's documentation: component/form). */
import type { ComponentSpace, GeneralComponent } from 'glass-easel';
import type { BuiltInBehaviors } from '../builtInBehaviors';
import { describe } from '../events/eventObject';
import { componentsAbove, componentsBelow, controlOf, offerControl } from './controls';
import { builtIn } from './element';

export type FormBehaviors = Pick<BuiltInBehaviors, 'has'>;

export function defineForm(space: ComponentSpace, behaviors: FormBehaviors) {
  return builtIn(space, 'form')
    .property('reportSubmit', Boolean)
    .property('reportSubmitTimeout', Number)
    .init(({ self }) => {
      offerControl(self, {
        value: () =>
          Object.fromEntries(namedControls(self, behaviors).map(({ name, value }) => [name, value()])),
        reset() {
          for (const { reset } of namedControls(self, behaviors)) reset();
        },
      });
    })
    .registerComponent();
}

/** A button's `form-type`: `submit` or `reset`, for the form that it lies in. */
export function actOnForm(button: GeneralComponent, formType: string, behaviors: FormBehaviors): void {
  let scope = button.ownerShadowRoot;
  for (const above of componentsAbove(button)) {
    if (above.is === 'wx/form' && above.ownerShadowRoot === scope) {
      // Which button it was: undocumented, and CloudBase's own demo tells its buttons apart by it.
      const target = describe(button);
      if (formType === 'submit')
        above.triggerEvent('submit', { value: controlOf(above)?.value?.(), formId: '', target });
      if (formType === 'reset') {
        controlOf(above)?.reset?.();
        above.triggerEvent('reset', { target });
      }
      return;
    }
    // wx://form-field-button lets a button inside a component act on a form around the component.
    if (above === scope?.getHostNode() && behaviors.has(above, 'form-field-button'))
      scope = above.ownerShadowRoot;
  }
}

/** The controls of the form's own template, and of components that open themselves with wx://form-field-group. */
function namedControls(form: GeneralComponent, behaviors: FormBehaviors) {
  const scopes = new Set([form.ownerShadowRoot]);
  const found: { name: string; value(): unknown; reset(): void }[] = [];
  for (const component of componentsBelow(form)) {
    if (!scopes.has(component.ownerShadowRoot)) continue;
    if (behaviors.has(component, 'form-field-group')) scopes.add(component.getShadowRoot());
    const control = controlOf(component);
    const data: Record<string, unknown> = component.data;
    const name = String(data['name'] ?? '');
    if (control?.value !== undefined && name !== '') {
      const { value, reset = () => {} } = control;
      found.push({ name, value, reset });
    } else if (behaviors.has(component, 'form-field') && name !== '') {
      found.push({ name, value: () => data['value'], reset() {} });
    }
  }
  return found;
}
