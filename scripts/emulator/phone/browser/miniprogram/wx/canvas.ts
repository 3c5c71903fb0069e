/** Canvases (WeChat's documentation: api/canvas): the older context, pixels, and pictures of what was drawn. */
import type { GeneralComponent } from 'glass-easel';
import { findCanvas, weChatCanvas } from '../components/canvas';
import { keepTemporaryFile } from '../files';
import type { Caller } from '../nodes/selectorQuery';
import { WxFailure, wxCall } from './call';
import { createCanvasContext, type Drawing, drawLater } from './canvasContext';
import type { WxParts } from './parts';

interface Area {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
}

interface PictureOptions extends Area {
  /** Of `type="2d"`. */
  canvas?: HTMLCanvasElement;
  /** Of one without a type. */
  canvasId?: string;
  destWidth?: number;
  destHeight?: number;
  fileType?: 'png' | 'jpg';
  /** 0 to 1, of jpg. Default 1. */
  quality?: number;
}

interface DrawOptions {
  canvasId: string;
  actions: Drawing;
  reserve?: boolean;
}

interface PixelsOptions extends Required<Area> {
  canvasId: string;
}

export function canvasApi({ pages }: WxParts) {
  const page = () => pages.top()?.instance._$ as GeneralComponent | undefined;
  const named = (canvasId: string, caller?: Caller) => {
    const canvas = findCanvas(canvasId, caller?._$ ?? page()) ?? findCanvas(canvasId);
    if (canvas === undefined) throw new WxFailure('canvas is empty');
    return canvas;
  };
  const contextOf = (canvas: HTMLCanvasElement) => {
    const context = canvas.getContext('2d');
    if (context === null) throw new WxFailure('the canvas has another context');
    return context;
  };
  /** These calls have the component after their options. */
  const withCaller =
    <O extends object, R>(name: string, run: (options: O, caller?: Caller) => R | Promise<R>) =>
    (options: O, caller?: Caller) =>
      wxCall(name, (given: O) => run(given, caller))(options);
  return {
    createCanvasContext: (canvasId: string, caller?: Caller) =>
      createCanvasContext(() => findCanvas(canvasId, caller?._$ ?? page()) ?? findCanvas(canvasId)),
    /** Of the calls from before there was `createCanvasContext`, which demonstrations still use. */
    createContext: () => createCanvasContext(() => undefined),
    drawCanvas: wxCall('drawCanvas', ({ canvasId, actions, reserve = false }: DrawOptions) =>
      drawLater(() => named(canvasId), actions, reserve),
    ),
    createOffscreenCanvas({ width = 300, height = 150 }: Area = {}) {
      return weChatCanvas(Object.assign(document.createElement('canvas'), { width, height }));
    },
    canvasToTempFilePath: withCaller(
      'canvasToTempFilePath',
      async ({ canvas, canvasId = '', ...options }: PictureOptions, caller) => {
        // Lengths of one without a type are those of the page; of the other, pixels of the canvas.
        const ratio = canvas === undefined ? window.devicePixelRatio : 1;
        const file = await picture(canvas ?? named(canvasId, caller), ratio, options);
        return { tempFilePath: keepTemporaryFile(file) };
      },
    ),
    canvasGetImageData: withCaller(
      'canvasGetImageData',
      ({ canvasId, x, y, width, height }: PixelsOptions, caller) => {
        const canvas = named(canvasId, caller);
        const small = scaled(canvas, window.devicePixelRatio, { x, y, width, height }, width, height);
        return { width, height, data: contextOf(small).getImageData(0, 0, width, height).data };
      },
    ),
    canvasPutImageData: withCaller(
      'canvasPutImageData',
      (
        { canvasId, data, x, y, width, height }: PixelsOptions & { data: Uint8ClampedArray<ArrayBuffer> },
        caller,
      ) => {
        const pixels = Object.assign(document.createElement('canvas'), { width, height });
        const rows = height ?? data.length / 4 / width;
        contextOf(pixels).putImageData(new ImageData(data, width, rows), 0, 0);
        const canvas = named(canvasId, caller);
        const ratio = window.devicePixelRatio;
        const target = contextOf(canvas);
        target.clearRect(x * ratio, y * ratio, width * ratio, rows * ratio);
        target.drawImage(pixels, x * ratio, y * ratio, width * ratio, rows * ratio);
      },
    ),
  };
}

async function picture(
  canvas: HTMLCanvasElement,
  ratio: number,
  { x = 0, y = 0, fileType = 'png', quality = 1, ...options }: Omit<PictureOptions, 'canvas' | 'canvasId'>,
): Promise<Blob> {
  const { width = canvas.width / ratio - x, height = canvas.height / ratio - y } = options;
  const { destWidth = width * window.devicePixelRatio, destHeight = height * window.devicePixelRatio } =
    options;
  const drawn = scaled(canvas, ratio, { x, y, width, height }, destWidth, destHeight);
  const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png';
  const file = await new Promise<Blob | null>((done) => drawn.toBlob(done, type, quality));
  if (file === null) throw new WxFailure('the canvas is empty');
  return file;
}

/** A part of a canvas, in another size. */
function scaled(
  canvas: HTMLCanvasElement,
  ratio: number,
  { x, y, width, height }: Required<Area>,
  toWidth: number,
  toHeight: number,
): HTMLCanvasElement {
  const target = Object.assign(document.createElement('canvas'), {
    width: Math.max(1, Math.round(toWidth)),
    height: Math.max(1, Math.round(toHeight)),
  });
  const from = [x * ratio, y * ratio, width * ratio, height * ratio] as const;
  target.getContext('2d')?.drawImage(canvas, ...from, 0, 0, target.width, target.height);
  return target;
}
