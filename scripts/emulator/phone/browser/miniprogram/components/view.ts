/** `<view>` (WeChat's documentation: component/view). */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, showPressed } from './element';

export function defineView(space: ComponentSpace) {
  return builtIn(space, 'view')
    .property('hoverClass', { type: String, value: 'none' })
    .property('hoverStopPropagation', Boolean)
    .property('hoverStartTime', { type: Number, value: 50 })
    .property('hoverStayTime', { type: Number, value: 400 })
    .lifetime('attached', function () {
      showPressed(this);
    })
    .registerComponent();
}
