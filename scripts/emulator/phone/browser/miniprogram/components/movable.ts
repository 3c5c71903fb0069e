/** `<movable-area>` and `<movable-view>` (WeChat's documentation: component/movable-view). */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';

export const defineMovableArea = (space: ComponentSpace) =>
  builtIn(space, 'movable-area').property('scaleArea', Boolean).registerComponent();

export function defineMovableView(space: ComponentSpace) {
  return builtIn(space, 'movable-view')
    .property('direction', { type: String, value: 'none' })
    .property('x', { type: null, value: 0 })
    .property('y', { type: null, value: 0 })
    .property('disabled', Boolean)
    .property('inertia', Boolean)
    .property('outOfBounds', Boolean)
    .property('damping', { type: Number, value: 20 })
    .property('friction', { type: Number, value: 2 })
    .property('scale', Boolean)
    .property('scaleMin', Number)
    .property('scaleMax', Number)
    .property('scaleValue', Number)
    .init(({ self, lifetime, observer }) => {
      let at = { x: 0, y: 0 };
      const place = (x: number, y: number, source: string) => {
        const host = hostOf(self);
        const area = host.parentElement;
        const limit = (value: number, room: number) =>
          Math.max(Math.min(0, room), Math.min(value, Math.max(0, room)));
        at = {
          x: limit(x, (area?.clientWidth ?? 0) - host.offsetWidth),
          y: limit(y, (area?.clientHeight ?? 0) - host.offsetHeight),
        };
        host.style.transform = `translate(${at.x}px, ${at.y}px)`;
        if (source !== '') self.triggerEvent('change', { ...at, source });
      };
      const follow = () =>
        place(Number.parseFloat(String(self.data.x)) || 0, Number.parseFloat(String(self.data.y)) || 0, '');
      observer(['x', 'y'], () => requestAnimationFrame(follow));
      lifetime('attached', () => {
        requestAnimationFrame(follow);
        const host = hostOf(self);
        let from: { x: number; y: number } | undefined;
        host.addEventListener('pointerdown', (event) => {
          if (self.data.disabled || self.data.direction === 'none') return;
          from = { x: event.clientX - at.x, y: event.clientY - at.y };
          host.setPointerCapture(event.pointerId);
        });
        host.addEventListener('pointermove', (event) => {
          if (from === undefined) return;
          const { direction } = self.data;
          const x = direction === 'vertical' ? at.x : event.clientX - from.x;
          const y = direction === 'horizontal' ? at.y : event.clientY - from.y;
          place(x, y, 'touch');
        });
        for (const end of ['pointerup', 'pointercancel']) {
          host.addEventListener(end, () => {
            from = undefined;
          });
        }
      });
    })
    .registerComponent();
}
