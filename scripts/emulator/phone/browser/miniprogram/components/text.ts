/** `<text>` (WeChat's documentation: component/text). */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';

export function defineText(space: ComponentSpace) {
  return builtIn(space, 'text')
    .property('selectable', Boolean)
    .property('userSelect', Boolean)
    .observer('userSelect', function (userSelect) {
      hostOf(this).style.userSelect = userSelect ? 'text' : '';
    })
    .property('space', String)
    .property('decode', Boolean)
    .registerComponent();
}
