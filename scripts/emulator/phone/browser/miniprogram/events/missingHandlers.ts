/** A handler that WXML names and its page or component does not have: WeChat says so in the console. */
import { Component } from 'glass-easel';

/**
 * The words are WeChat's (github.com/sbfkcel/towxml/issues/83). Once for each event of a component, where WeChat repeats
 * them at every move of a finger over `catchtouchmove="true"`.
 *
 * @param handled type of the event that is being handled
 */
export function nameMissingHandlers(handled: () => string): void {
  const said = new Set<string>();
  const { getMethod } = Component;
  Component.getMethod = (component, name) => {
    const method = getMethod(component, name);
    const words = `Component "${component.is}" does not have a method "${name}" to handle event "${handled()}".`;
    if (method === undefined && !said.has(words)) {
      said.add(words);
      console.warn(words);
    }
    return method;
  };
}
