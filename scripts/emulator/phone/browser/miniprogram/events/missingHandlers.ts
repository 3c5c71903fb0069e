/** A handler that WXML names and its page or component does not have: WeChat says so in the console. */
import { Component, Event } from 'glass-easel';

/**
 * The words are WeChat's (github.com/sbfkcel/towxml/issues/83). Once for each event of a component, where WeChat repeats
 * them at every move of a finger over `catchtouchmove="true"`.
 */
export function nameMissingHandlers(): void {
  const said = new Set<string>();
  let type = '';

  const { callListener } = Event.prototype;
  Event.prototype.callListener = function (...call) {
    const outer = type;
    type = this.getEventName();
    try {
      callListener.apply(this, call);
    } finally {
      type = outer;
    }
  };

  const { getMethod } = Component;
  Component.getMethod = (component, name) => {
    const method = getMethod(component, name);
    const words = `Component "${component.is}" does not have a method "${name}" to handle event "${type}".`;
    if (method === undefined && !said.has(words)) {
      said.add(words);
      console.warn(words);
    }
    return method;
  };
}
