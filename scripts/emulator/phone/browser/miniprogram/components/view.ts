/** `<view>` and the components that are boxes like it (WeChat's documentation: component/view). */
import type { ComponentSpace } from 'glass-easel';
import { builtIn } from './element';
import { pressable } from './pressed';

const HOVER = { hoverClass: 'none', hoverStartTime: 50, hoverStayTime: 400 };

export const defineView = (space: ComponentSpace) => pressable(space, 'view', HOVER).registerComponent();

/** Covers native components in WeChat; here all is one document. */
export const defineCoverView = (space: ComponentSpace) =>
  pressable(space, 'cover-view', HOVER).property('scrollTop', null).registerComponent();

/** Takes its content out of the page, to lie over it: `position: fixed` does here what it needs to. */
export const defineRootPortal = (space: ComponentSpace) =>
  builtIn(space, 'root-portal').property('enable', { type: Boolean, value: true }).registerComponent();
