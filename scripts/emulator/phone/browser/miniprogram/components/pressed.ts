/** How a component looks while it is pressed: `hover-class` and what goes with it. */
import type { Element as ComponentElement, ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';

interface HoverDefaults {
  hoverClass: string;
  /** Milliseconds. */
  hoverStartTime: number;
  /** Milliseconds. */
  hoverStayTime: number;
}

/** Begins the definition of a built-in component that shows that it is pressed. */
export function pressable(space: ComponentSpace, tag: string, defaults: HoverDefaults) {
  return builtIn(space, tag)
    .property('hoverClass', { type: String, value: defaults.hoverClass })
    .property('hoverStopPropagation', Boolean)
    .property('hoverStartTime', { type: Number, value: defaults.hoverStartTime })
    .property('hoverStayTime', { type: Number, value: defaults.hoverStayTime })
    .property('disabled', Boolean)
    .lifetime('attached', function () {
      showPressed(this);
    });
}

interface Pressable extends ComponentElement {
  data: HoverDefaults & { hoverStopPropagation: boolean; disabled: boolean };
}

/** Presses that a component within keeps from those above it; other listeners, such as a swiper's, hear them. */
const kept = new WeakSet<Event>();

/** Adds `hover-class` while the component is pressed; `none` adds nothing. */
function showPressed(component: Pressable): void {
  const host = hostOf(component);
  let timer: number | undefined;
  const set = (pressed: boolean, delay: number) => {
    clearTimeout(timer);
    const { hoverClass, disabled } = component.data;
    if (hoverClass === 'none' || hoverClass === '' || (pressed && disabled)) return;
    timer = window.setTimeout(() => {
      for (const name of hoverClass.split(/\s+/)) component.classList?.toggle(name, pressed);
    }, delay);
  };
  host.addEventListener('pointerdown', (event) => {
    if (kept.has(event)) return;
    if (component.data.hoverStopPropagation) kept.add(event);
    set(true, component.data.hoverStartTime);
  });
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
    host.addEventListener(end, () => set(false, component.data.hoverStayTime));
  }
}
