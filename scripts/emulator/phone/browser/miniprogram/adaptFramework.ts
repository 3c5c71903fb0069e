/** What WeChat's framework does and glass-easel, on which the pages run here, leaves out. */
import { addGlobalErrorListener, type GeneralComponent } from 'glass-easel';
import { useWeChatEvents } from './events/eventObject';
import { followHandling } from './events/handling';
import { nameMissingHandlers } from './events/missingHandlers';
import { reportMistake } from './mistakes';
import { writeDataAttributes } from './nodes/dataAttributes';
import { passOverNamedSlots } from './nodes/singleSlot';
import { passOverUndefinedFields } from './nodes/undefinedFields';

/** For the whole document; must come before any component is made. */
export function adaptFramework(): void {
  useWeChatEvents();
  const handled = followHandling();
  nameMissingHandlers(handled);
  addGlobalErrorListener((error, method = '', component = '') => {
    const place = typeof component === 'string' ? component : placeOf(component);
    // The framework names its own function, by a name without a meaning: `listener d3`.
    reportMistake(`${place}: ${method.startsWith('listener ') ? handled() : method}`, error);
    // Else the framework says it once more.
    return false;
  });
  passOverNamedSlots();
  passOverUndefinedFields();
  writeDataAttributes();
}

/** What a tap on a `<view>` calls is the page's or component's that has the `<view>`. */
const placeOf = (component: GeneralComponent) =>
  component.is.startsWith('wx/')
    ? `${component.ownerShadowRoot?.getHostNode().is} <${component.is.slice('wx/'.length)}>`
    : component.is;
