/** `<progress>` (WeChat's documentation: component/progress). */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';

export function defineProgress(space: ComponentSpace) {
  return builtIn(space, 'progress')
    .property('percent', Number)
    .property('showInfo', Boolean)
    .property('borderRadius', null)
    .property('fontSize', { type: null, value: 16 })
    .property('strokeWidth', { type: null, value: 6 })
    .property('color', { type: String, value: '#09BB07' })
    .property('activeColor', { type: String, value: '#09BB07' })
    .property('backgroundColor', { type: String, value: '#EBEBEB' })
    .property('active', Boolean)
    .property('activeMode', { type: String, value: 'backwards' })
    .property('duration', { type: Number, value: 30 })
    .init(({ self, lifetime, observer }) => {
      const track = document.createElement('div');
      const bar = document.createElement('div');
      const info = document.createElement('span');
      track.append(bar);
      let frame = 0;
      let timer = 0;
      let moved: number | undefined;
      lifetime('created', () => hostOf(self).append(track, info));
      const draw = () => {
        const { percent, showInfo, strokeWidth, activeColor, color, backgroundColor, active, duration } =
          self.data;
        const length = (value: unknown) =>
          /^\d+$/.test(String(value)) ? `${String(value)}px` : String(value);
        track.style.height = length(strokeWidth);
        track.style.borderRadius = length(self.data.borderRadius ?? 0);
        track.style.backgroundColor = backgroundColor;
        bar.style.backgroundColor = activeColor === '#09BB07' ? color : activeColor;
        bar.style.transition = active ? `width ${duration * percent}ms linear` : 'none';
        bar.style.width = `${percent}%`;
        info.textContent = showInfo ? `${percent}%` : '';
        info.style.fontSize = length(self.data.fontSize);
        const host = hostOf(self);
        host.setAttribute('role', 'progressbar');
        host.setAttribute('aria-valuenow', String(percent));
        if (!active || percent === moved) return;
        moved = percent;
        clearTimeout(timer);
        timer = window.setTimeout(
          () => self.triggerEvent('activeend', { curPercent: percent }),
          duration * percent,
        );
      };
      const drawSoon = () => {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(draw);
      };
      // From nothing: an active one moves to where it stands.
      lifetime('attached', drawSoon);
      observer(['percent', 'showInfo', 'strokeWidth', 'activeColor', 'color', 'backgroundColor'], drawSoon);
    })
    .registerComponent();
}
