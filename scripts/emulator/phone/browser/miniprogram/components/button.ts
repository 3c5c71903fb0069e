/** `<button>` (WeChat's documentation: component/button); what `open-type` opens is not on this phone yet. */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf, showPressed } from './element';

export function defineButton(space: ComponentSpace) {
  return builtIn(space, 'button')
    .property('size', { type: String, value: 'default' })
    .observer('size', function (size) {
      hostOf(this).setAttribute('size', size);
    })
    .property('type', { type: String, value: 'default' })
    .observer('type', function (type) {
      hostOf(this).dataset['type'] = type;
    })
    .property('plain', Boolean)
    .observer('plain', function (plain) {
      hostOf(this).toggleAttribute('plain', plain);
    })
    .property('loading', Boolean)
    .observer('loading', function (loading) {
      hostOf(this).toggleAttribute('loading', loading);
    })
    .property('disabled', Boolean)
    .observer('disabled', function (disabled) {
      hostOf(this).toggleAttribute('disabled', disabled);
    })
    .property('formType', String)
    .property('openType', String)
    .property('hoverClass', { type: String, value: 'button-hover' })
    .property('hoverStopPropagation', Boolean)
    .property('hoverStartTime', { type: Number, value: 20 })
    .property('hoverStayTime', { type: Number, value: 70 })
    .lifetime('attached', function () {
      hostOf(this).setAttribute('type', 'button');
      showPressed(this);
    })
    .registerComponent();
}
