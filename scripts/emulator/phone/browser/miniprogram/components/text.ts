/** `<text>` (WeChat's documentation: component/text). */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';

export function defineText(space: ComponentSpace) {
  return builtIn(space, 'text')
    .property('selectable', Boolean)
    .property('userSelect', Boolean)
    .observer(['selectable', 'userSelect'], function (selectable, userSelect) {
      hostOf(this).toggleAttribute('selectable', selectable || userSelect);
    })
    .property('space', String)
    .observer('space', function (space) {
      hostOf(this).style.whiteSpace = space === '' ? '' : 'pre-wrap';
    })
    .property('decode', Boolean)
    .property('overflow', String)
    .property('maxLines', Number)
    .registerComponent();
}
