/** `<button>` (WeChat's documentation: component/button). */
import type { ComponentSpace } from 'glass-easel';
import { offerControl } from './controls';
import { hostOf, playRole, setAttribute } from './element';
import { actOnForm, type FormBehaviors } from './form';
import { type OpenTypes, openByType } from './openType';
import { pressable } from './pressed';

const HOVER = { hoverClass: 'button-hover', hoverStartTime: 20, hoverStayTime: 70 };

export function defineButton(space: ComponentSpace, openTypes: OpenTypes, behaviors: FormBehaviors) {
  return pressable(space, 'button', HOVER)
    .property('size', { type: String, value: 'default' })
    .property('type', { type: String, value: 'default' })
    .property('plain', Boolean)
    .property('loading', Boolean)
    .property('formType', String)
    .property('openType', String)
    .property('lang', { type: String, value: 'en' })
    .property('sessionFrom', String)
    .property('sendMessageTitle', String)
    .property('sendMessagePath', String)
    .property('sendMessageImg', String)
    .property('showMessageCard', Boolean)
    .property('appParameter', String)
    .property('activityType', null)
    .property('entrancePath', null)
    .property('needShowEntrance', null)
    .property('phoneNumberNoQuotaToast', null)
    .init(({ self, lifetime, observer }) => {
      observer('size', (size) => hostOf(self).setAttribute('size', size));
      observer('type', (type) => setAttribute(hostOf(self), 'type', type));
      observer('plain', (plain) => hostOf(self).toggleAttribute('plain', plain));
      observer('loading', (loading) => hostOf(self).toggleAttribute('loading', loading));
      observer('disabled', (disabled) => {
        hostOf(self).toggleAttribute('disabled', disabled);
        setAttribute(hostOf(self), 'aria-disabled', disabled ? true : undefined);
      });
      const tap = () => {
        if (self.data.disabled) return;
        if (self.data.openType !== '') openByType(openTypes, self);
        if (self.data.formType !== '') actOnForm(self, self.data.formType, behaviors);
      };
      self.addListener('tap', tap);
      // A disabled button is not tapped: what listens to it hears nothing.
      self.addListener('tap', (event) => self.data.disabled && event.stopPropagation(), { capture: true });
      offerControl(self, { activate: () => self.triggerEvent('tap', {}, { bubbles: true, composed: true }) });
      lifetime('attached', () => playRole(self, 'button'));
    })
    .registerComponent();
}
