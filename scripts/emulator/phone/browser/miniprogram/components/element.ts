/** What all built-in components have in common: `hidden`, the aria attributes, and the look while pressed. */
import type { Element as ComponentElement, ComponentSpace } from 'glass-easel';

/** WeChat's documentation, accessibility: framework/accessible. A value on the component is one on the element. */
const ARIA_ATTRIBUTES = [
  'aria-label',
  'aria-role',
  'aria-hidden',
  'aria-checked',
  'aria-selected',
  'aria-disabled',
  'aria-expanded',
  'aria-live',
  'aria-labelledby',
  'aria-describedby',
] as const;

/** Begins the definition of a built-in component; it renders what is between its tags. */
export function builtIn(space: ComponentSpace, tag: string) {
  const builder = space
    .define(`wx/${tag}`)
    .property('hidden', Boolean)
    .observer('hidden', function (hidden) {
      hostOf(this).toggleAttribute('hidden', hidden);
    });
  for (const attribute of ARIA_ATTRIBUTES) {
    const property = attribute.replace(/-(\w)/, (_, letter: string) => letter.toUpperCase());
    builder.property(property, null).observer(property, function (value) {
      setAttribute(hostOf(this), attribute === 'aria-role' ? 'role' : attribute, value);
      if (attribute === 'aria-role') makeFocusable(hostOf(this), value);
    });
  }
  return builder;
}

/** The component's element in the document. */
export function hostOf(component: ComponentElement): HTMLElement {
  const element: unknown = component.$$;
  if (element instanceof HTMLElement) return element;
  throw new Error(`${component} is not in the document`);
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
  if (element instanceof HTMLButtonElement) return;
  if (typeof role !== 'string' || !INTERACTIVE_ROLES.has(role)) return;
  element.tabIndex = 0;
  element.onkeydown = (event) => {
    if (event.target !== element || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    element.click();
  };
}

interface Pressable extends ComponentElement {
  data: {
    hoverClass: string;
    hoverStartTime: number;
    hoverStayTime: number;
    hoverStopPropagation: boolean;
    disabled?: boolean;
  };
}

/** Adds `hover-class` while the component is pressed; `none` adds nothing. Times are milliseconds. */
export function showPressed(component: Pressable): void {
  const host = hostOf(component);
  let timer: number | undefined;
  const set = (pressed: boolean, delay: number) => {
    clearTimeout(timer);
    const { hoverClass, disabled } = component.data;
    if (hoverClass === 'none' || hoverClass === '' || (pressed && disabled)) return;
    timer = window.setTimeout(() => component.classList?.toggle(hoverClass, pressed), delay);
  };
  host.addEventListener('pointerdown', (event) => {
    if (component.data.hoverStopPropagation) event.stopPropagation();
    set(true, component.data.hoverStartTime);
  });
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
    host.addEventListener(end, () => set(false, component.data.hoverStayTime));
  }
}
