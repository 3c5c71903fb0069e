/** What all built-in components have in common: `hidden`, `animation` and the aria attributes. */
import type { Element as ComponentElement, ComponentSpace } from 'glass-easel';
import { playAnimation } from '../nodes/exportedAnimation';
import { readySoon } from '../nodes/ready';

/** WeChat's documentation, accessibility: framework/accessible. A value on the component is one on the element. */
const ARIA_ATTRIBUTES = [
  'aria-role',
  'aria-hidden',
  'aria-checked',
  'aria-selected',
  'aria-disabled',
  'aria-expanded',
  'aria-haspopup',
  'aria-modal',
  'aria-busy',
  'aria-live',
  'aria-level',
  'aria-controls',
  'aria-labelledby',
  'aria-describedby',
  'aria-roledescription',
  'aria-valuemax',
  'aria-valuemin',
  'aria-valuenow',
  'aria-valuetext',
  'aria-multiselectable',
  'aria-readonly',
  'aria-required',
] as const;

/** Begins the definition of a built-in component; it renders what is between its tags. */
export function builtIn(space: ComponentSpace, tag: string) {
  const builder = space
    .define(`wx/${tag}`)
    .lifetime('attached', function () {
      readySoon(this);
    })
    .property('hidden', Boolean)
    .observer('hidden', function (hidden) {
      hostOf(this).toggleAttribute('hidden', hidden);
    })
    .property('animation', null)
    .observer('animation', function (animation) {
      void playAnimation(hostOf(this), animation);
    })
    .property('ariaLabel', null)
    .observer('ariaLabel', function (label) {
      setAttribute(hostOf(this), 'aria-label', label);
    });
  for (const attribute of ARIA_ATTRIBUTES) {
    const property = attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    builder.property(property, null).observer(property, function (value) {
      setAttribute(hostOf(this), attribute === 'aria-role' ? 'role' : attribute, value);
      if (attribute === 'aria-role') makeFocusable(hostOf(this), value);
    });
  }
  return builder;
}

/**
 * The component's element in the document. A component of a page that has been closed has none any more: what is drawn
 * then is drawn on an element that nobody sees.
 */
export function hostOf(component: ComponentElement): HTMLElement {
  const element: unknown = component.$$;
  return element instanceof HTMLElement ? element : document.createElement('div');
}

export function setAttribute(element: HTMLElement, name: string, value: unknown): void {
  if (value === undefined || value === null || value === '') element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

const INTERACTIVE_ROLES = new Set([
  'button',
  'checkbox',
  'radio',
  'switch',
  'link',
  'tab',
  'menuitem',
  'option',
]);

/** In WeChat a screen reader reaches these by touch; in a browser a keyboard has to. */
function makeFocusable(element: HTMLElement, role: unknown): void {
  if (typeof role !== 'string' || !INTERACTIVE_ROLES.has(role)) return;
  element.tabIndex = 0;
  element.onkeydown = (event) => {
    if (event.target !== element || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    element.click();
  };
}

/** Gives the host a role of its own, which `aria-role` may replace, and lets the keyboard reach it. */
export function playRole(component: ComponentElement, role: string): void {
  const host = hostOf(component);
  if (!host.hasAttribute('role')) host.setAttribute('role', role);
  makeFocusable(host, role);
}
