/** `<canvas>` (WeChat's documentation: component/canvas): the browser's own, which `SelectorQuery` gives as `node`. */
import type { ComponentSpace, GeneralComponent } from 'glass-easel';
import { fileAddress } from '../files';
import { builtIn, hostOf } from './element';
import { offerNode } from './nodes';

/** The canvases in the document, for calls that name one by its `canvas-id`. */
const canvases = new Map<GeneralComponent, HTMLCanvasElement>();

export function defineCanvas(space: ComponentSpace) {
  return builtIn(space, 'canvas')
    .property('type', String)
    .property('canvasId', String)
    .property('disableScroll', Boolean)
    .init(({ self, lifetime }) => {
      const canvas = weChatCanvas(document.createElement('canvas'), self);
      lifetime('created', () => hostOf(self).append(canvas));
      lifetime('attached', () => void canvases.set(self, canvas));
      lifetime('detached', () => void canvases.delete(self));
      offerNode(self, () => ({ node: canvas, context: canvas }));
    })
    .registerComponent();
}

/** @param owner the page or component in whose template it is; left out, it may be in any */
export function findCanvas(canvasId: string, owner?: GeneralComponent): HTMLCanvasElement | undefined {
  for (const [component, canvas] of [...canvases].reverse()) {
    if (component.data['canvasId'] !== canvasId) continue;
    if (owner === undefined || component.ownerShadowRoot?.getHostNode() === owner) return canvas;
  }
  return undefined;
}

/** Gives a canvas of the browser's what WeChat's has beside (WeChat's documentation: api/canvas/Canvas). */
export function weChatCanvas(canvas: HTMLCanvasElement, owner?: GeneralComponent) {
  return Object.assign(canvas, {
    createImage: () => createImage(owner),
    createPath2D: (path?: Path2D | string) => new Path2D(path),
    createImageData: (width = canvas.width, height = canvas.height) => new ImageData(width, height),
    requestAnimationFrame: (frame: FrameRequestCallback) => window.requestAnimationFrame(frame),
    cancelAnimationFrame: (id: number) => window.cancelAnimationFrame(id),
  });
}

/** An image whose `src` may be any file that a mini-program names. */
function createImage(owner: GeneralComponent | undefined): HTMLImageElement {
  const image = new Image();
  let src = '';
  return Object.defineProperty(image, 'src', {
    get: () => src,
    set: (value: string) => {
      src = value;
      image.setAttribute('src', fileAddress(value, owner));
    },
  });
}
