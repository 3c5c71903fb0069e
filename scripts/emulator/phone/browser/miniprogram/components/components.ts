/** The built-in components that this phone has. */
import type { ComponentSpace } from 'glass-easel';
import { defineButton } from './button';
import { defineText } from './text';
import { defineView } from './view';

const DEFINITIONS = { view: defineView, text: defineText, button: defineButton };

/** @returns the tag names */
export function registerBuiltInComponents(space: ComponentSpace): string[] {
  for (const [tag, define] of Object.entries(DEFINITIONS)) space.setGlobalUsingComponent(tag, define(space));
  return Object.keys(DEFINITIONS);
}
