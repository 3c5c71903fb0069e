/** `<canvas>` (WeChat's documentation: component/canvas): the browser's own, which `SelectorQuery` gives as `node`. */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';
import { offerNode } from './nodes';

export function defineCanvas(space: ComponentSpace) {
  return builtIn(space, 'canvas')
    .property('type', String)
    .property('canvasId', String)
    .property('disableScroll', Boolean)
    .init(({ self, lifetime }) => {
      const canvas = Object.assign(document.createElement('canvas'), {
        createImage: () => new Image(),
        createPath2D: () => new Path2D(),
        requestAnimationFrame: (frame: FrameRequestCallback) => window.requestAnimationFrame(frame),
        cancelAnimationFrame: (id: number) => window.cancelAnimationFrame(id),
      });
      lifetime('created', () => hostOf(self).append(canvas));
      lifetime('attached', () => {
        if (self.data.type === '')
          console.warn(
            '<canvas> without type="2d" is drawn on by wx.createCanvasContext, which is not on this phone',
          );
      });
      offerNode(self, () => ({ node: canvas, context: canvas }));
    })
    .registerComponent();
}
