/** `<slider>` (WeChat's documentation: component/slider), around the browser's own. */
import type { ComponentSpace } from 'glass-easel';
import { offerControl } from './controls';
import { builtIn, hostOf } from './element';

export function defineSlider(space: ComponentSpace) {
  return builtIn(space, 'slider')
    .property('name', String)
    .property('min', Number)
    .property('max', { type: Number, value: 100 })
    .property('step', { type: Number, value: 1 })
    .property('disabled', Boolean)
    .property('value', Number)
    .property('color', { type: String, value: '#e9e9e9' })
    .property('selectedColor', { type: String, value: '#1aad19' })
    .property('activeColor', { type: String, value: '#1aad19' })
    .property('backgroundColor', { type: String, value: '#e9e9e9' })
    .property('blockSize', { type: Number, value: 28 })
    .property('blockColor', { type: String, value: '#ffffff' })
    .property('showValue', Boolean)
    .init(({ self, lifetime, observer }) => {
      const range = document.createElement('input');
      range.type = 'range';
      const shown = document.createElement('span');
      const draw = () => {
        const {
          min,
          max,
          step,
          value,
          disabled,
          showValue,
          activeColor,
          backgroundColor,
          blockSize,
          blockColor,
        } = self.data;
        Object.assign(range, { min: String(min), max: String(max), step: String(step), disabled });
        range.value = String(value);
        const share = max > min ? (value - min) / (max - min) : 0;
        range.style.setProperty('--done', `${share * 100}%`);
        range.style.setProperty('--active-color', activeColor);
        range.style.setProperty('--track-color', backgroundColor);
        range.style.setProperty('--block-size', `${blockSize}px`);
        range.style.setProperty('--block-color', blockColor);
        shown.textContent = String(value);
        shown.hidden = !showValue;
      };
      lifetime('created', () => hostOf(self).append(range, shown));
      lifetime('attached', draw);
      observer(['min', 'max', 'step', 'value', 'disabled', 'showValue', 'activeColor', 'blockSize'], draw);
      observer('ariaLabel', (label: unknown) => range.setAttribute('aria-label', String(label ?? '')));
      const tell = (event: string) => {
        const value = Number(range.value);
        self.setData({ value });
        self.triggerEvent(event, { value });
      };
      range.addEventListener('input', () => tell('changing'));
      range.addEventListener('change', () => tell('change'));
      let first = 0;
      lifetime('ready', () => {
        first = self.data.value;
      });
      offerControl(self, { value: () => self.data.value, reset: () => self.setData({ value: first }) });
    })
    .registerComponent();
}
