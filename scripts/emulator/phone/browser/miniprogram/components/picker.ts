/** `<picker>` (WeChat's documentation: component/picker). */
import type { ComponentSpace } from 'glass-easel';
import { offerControl } from './controls';
import { builtIn, playRole } from './element';
import { PICKER_MODES } from './pickerModes';
import { type OpenPickerSheet, openPickerSheet } from './pickerSheet';

export function definePicker(space: ComponentSpace) {
  return builtIn(space, 'picker')
    .property('name', String)
    .property('mode', { type: String, value: 'selector' })
    .property('range', Array)
    .property('rangeKey', String)
    .property('value', null)
    .property('start', String)
    .property('end', String)
    .property('fields', { type: String, value: 'day' })
    .property('headerText', String)
    .property('level', String)
    .property('customItem', String)
    .property('disabled', Boolean)
    .init(({ self, lifetime, pageLifetime, observer }) => {
      let sheet: OpenPickerSheet | undefined;
      const mode = () => PICKER_MODES[self.data.mode] ?? PICKER_MODES['selector'];
      const open = async () => {
        const picking = mode();
        if (self.data.disabled || sheet !== undefined || picking === undefined) return;
        let indexes = picking.indexes(self.data);
        sheet = openPickerSheet({
          title: self.data.headerText,
          columns: picking.columns(self.data),
          chosen: indexes,
          onTurn(column, value) {
            if (self.data.mode === 'multiSelector') self.triggerEvent('columnchange', { column, value });
            const turned = picking.turn?.(self.data, indexes, column, value);
            if (turned === undefined) return;
            ({ indexes } = turned);
            sheet?.update(turned.columns, indexes);
          },
        });
        const chosen = await sheet.closed;
        sheet = undefined;
        if (chosen === undefined) {
          self.triggerEvent('cancel', {});
          return;
        }
        const detail = picking.detail(self.data, chosen);
        self.setData({ value: detail.value });
        self.triggerEvent('change', detail);
      };
      // The page answers a turned column with other items while the sheet is open.
      observer(['range', 'value'], () => {
        const picking = mode();
        if (self.data.mode === 'multiSelector' && picking !== undefined) {
          sheet?.update(picking.columns(self.data), picking.indexes(self.data));
        }
      });
      self.addListener('tap', () => void open());
      lifetime('attached', () => playRole(self, 'button'));
      // It lies over the page, and would stay over the next one.
      lifetime('detached', () => sheet?.close());
      pageLifetime('hide', () => sheet?.close());
      let first: unknown;
      lifetime('ready', () => {
        first = self.data.value;
      });
      offerControl(self, {
        value: () => self.data.value,
        reset: () => self.setData({ value: first }),
        activate: () => void open(),
      });
    })
    .registerComponent();
}
