/**
 * `wx.createCanvasContext` (WeChat's documentation: api/canvas/CanvasContext): what is drawn on a canvas without a type.
 * It keeps what it is told, and draws all of it with `draw`.
 */
import { fileAddress } from '../files';

type Canvas2D = CanvasRenderingContext2D;
type Images = Map<string, HTMLImageElement>;
type Action = (context: Canvas2D, images: Images) => void;
/** A gradient, a pattern or a colour, made when it is drawn. */
type Paint = string | ((context: Canvas2D, images: Images) => string | CanvasGradient | CanvasPattern | null);

/** What was told to a context. */
export interface Drawing {
  actions: Action[];
  /** Of the images that it needs. */
  addresses: Set<string>;
}

/** Methods that are those of the browser under the same name. */
const SAME = [
  'arc',
  'arcTo',
  'beginPath',
  'bezierCurveTo',
  'clearRect',
  'clip',
  'closePath',
  'fill',
  'fillRect',
  'fillText',
  'lineTo',
  'moveTo',
  'quadraticCurveTo',
  'rect',
  'restore',
  'rotate',
  'save',
  'scale',
  'stroke',
  'strokeRect',
  'strokeText',
  'transform',
  'translate',
] as const;

/** Methods that set one of the browser's properties. */
const SETTERS = {
  setFillStyle: 'fillStyle',
  setStrokeStyle: 'strokeStyle',
  setGlobalAlpha: 'globalAlpha',
  setLineCap: 'lineCap',
  setLineJoin: 'lineJoin',
  setLineWidth: 'lineWidth',
  setMiterLimit: 'miterLimit',
  setTextAlign: 'textAlign',
} as const;

/** Properties that may be set, with what they are at first. */
const PROPERTIES: Record<string, unknown> = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  font: '10px sans-serif',
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  lineCap: 'butt',
  lineDashOffset: 0,
  lineJoin: 'miter',
  lineWidth: 1,
  miterLimit: 10,
  shadowBlur: 0,
  shadowColor: '#000000',
  shadowOffsetX: 0,
  shadowOffsetY: 0,
  textAlign: 'left',
  textBaseline: 'alphabetic',
};

/** 垂直对齐: WeChat's `normal` is what a browser calls `alphabetic`. */
const baseline = (value: string) => (value === 'normal' ? 'alphabetic' : value);

const paint = (value: unknown, context: Canvas2D, images: Images): unknown =>
  typeof value === 'function' ? (value as Exclude<Paint, string>)(context, images) : value;

/** @param find the canvas that it draws on, when it draws */
export function createCanvasContext(find: () => HTMLCanvasElement | undefined): Record<string, unknown> {
  let actions: Action[] = [];
  let addresses = new Set<string>();
  const measuring = document.createElement('canvas').getContext('2d');
  const values = { ...PROPERTIES };
  const push = (action: Action) => void actions.push(action);
  const set = (name: string, value: unknown) => {
    values[name] = value;
    push((context, images) => Object.assign(context, { [name]: paint(value, context, images) }));
  };
  const needImage = (path: string) => void addresses.add(path);

  const gradient = (make: (context: Canvas2D) => CanvasGradient) => {
    const stops: [number, string][] = [];
    const drawn: Paint = (context) => {
      const made = make(context);
      for (const [position, color] of stops) made.addColorStop(position, color);
      return made;
    };
    return Object.assign(drawn, {
      addColorStop: (position: number, color: string) => void stops.push([position, color]),
    });
  };

  const context: Record<string, unknown> = {
    setFontSize: (size: number) => set('font', String(values['font']).replace(/[\d.]+px/, `${size}px`)),
    setTextBaseline: (value: string) => set('textBaseline', baseline(value)),
    setLineDash: (pattern: number[], offset = 0) =>
      push((target) => {
        target.setLineDash(pattern);
        target.lineDashOffset = offset;
      }),
    setShadow(offsetX: number, offsetY: number, blur: number, color: string) {
      set('shadowOffsetX', offsetX);
      set('shadowOffsetY', offsetY);
      set('shadowBlur', blur);
      set('shadowColor', color);
    },
    setTransform: (...matrix: [number, number, number, number, number, number]) =>
      push((target) => {
        target.setTransform(window.devicePixelRatio, 0, 0, window.devicePixelRatio, 0, 0);
        target.transform(...matrix);
      }),
    createLinearGradient: (x0: number, y0: number, x1: number, y1: number) =>
      gradient((target) => target.createLinearGradient(x0, y0, x1, y1)),
    createCircularGradient: (x: number, y: number, radius: number) =>
      gradient((target) => target.createRadialGradient(x, y, 0, x, y, radius)),
    createPattern(path: string, repetition: string): Paint {
      needImage(path);
      return (target, images) => {
        const image = images.get(path);
        return image === undefined ? null : target.createPattern(image, repetition);
      };
    },
    drawImage(path: string, ...place: number[]) {
      needImage(path);
      push((target, images) => {
        const image = images.get(path);
        // At its own size, where none is said.
        if (image !== undefined) (target.drawImage as (...values: unknown[]) => void)(image, ...place);
      });
    },
    measureText(text: string) {
      if (measuring === null) return { width: 0 };
      measuring.font = String(values['font']);
      return { width: measuring.measureText(text).width };
    },
    /** What `wx.drawCanvas` draws, of the calls from before there was `draw`. */
    getActions(): Drawing {
      const drawing = { actions, addresses };
      actions = [];
      addresses = new Set();
      return drawing;
    },
    clearActions() {
      actions = [];
      addresses = new Set();
    },
    draw(reserve: boolean | (() => void) = false, drawn?: () => void) {
      const drawing = { actions, addresses };
      actions = [];
      addresses = new Set();
      Object.assign(values, PROPERTIES);
      const done = typeof reserve === 'function' ? reserve : drawn;
      void drawLater(find, drawing, reserve === true).then(() => done?.());
    },
  };
  for (const name of SAME) {
    context[name] = (...parameters: unknown[]) =>
      push((target) => (target[name] as (...given: unknown[]) => void)(...parameters));
  }
  for (const [name, property] of Object.entries(SETTERS)) {
    context[name] = (value: unknown) => set(property, value);
  }
  for (const name of Object.keys(PROPERTIES)) {
    Object.defineProperty(context, name, {
      get: () => values[name],
      set: (value: unknown) => set(name, name === 'textBaseline' ? baseline(String(value)) : value),
      enumerable: true,
    });
  }
  return context;
}

/** What each canvas is being drawn on with: the next drawing comes after it, also where it needs no image. */
const drawings = new WeakMap<HTMLCanvasElement, Promise<unknown>>();

/** Draws as soon as its images are there, and what was drawn on the same canvas before. */
export async function drawLater(
  find: () => HTMLCanvasElement | undefined,
  { actions, addresses }: Drawing,
  reserve: boolean,
): Promise<void> {
  const known = find();
  const before = known && drawings.get(known);
  const drawn = loadImages(addresses).then(async (images) => {
    await before?.catch(() => {});
    const canvas = find();
    const target = canvas?.getContext('2d');
    if (canvas !== undefined && target) drawOn(canvas, target, reserve, actions, images);
    else console.warn('CanvasContext.draw: there is no such <canvas> without a type');
  });
  if (known !== undefined) drawings.set(known, drawn);
  return drawn;
}

/** Lengths are those of the page; the canvas has as many pixels as the screen. */
function drawOn(
  canvas: HTMLCanvasElement,
  target: Canvas2D,
  reserve: boolean,
  actions: Action[],
  images: Images,
): void {
  const ratio = window.devicePixelRatio;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  // Each `draw` begins with the properties as they are at first.
  target.reset === undefined || reserve ? target.setTransform(1, 0, 0, 1, 0, 0) : target.reset();
  target.save();
  Object.assign(target, PROPERTIES, { lineDashOffset: 0 });
  target.setLineDash([]);
  target.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const action of actions) action(target, images);
  target.restore();
}

async function loadImages(paths: Set<string>): Promise<Images> {
  const images: Images = new Map();
  await Promise.all(
    [...paths].map(async (path) => {
      const image = new Image();
      image.src = fileAddress(path);
      await image.decode().then(
        () => images.set(path, image),
        () => console.warn(`CanvasContext.drawImage: ${path} cannot be shown`),
      );
    }),
  );
  return images;
}
