/** `<icon>` (WeChat's documentation: component/icon). */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';

const TICK = 'M6 12.5l4 4L18 8.5';
const CROSS = 'M8 8l8 8M16 8l-8 8';
const EXCLAMATION = 'M12 6.5v7M12 17v.2';

interface Drawing {
  color: string;
  /** With a filled disc around it. */
  disc: boolean;
  path: string;
}

const DRAWINGS: Record<string, Drawing> = {
  success: { color: '#09BB07', disc: true, path: TICK },
  success_no_circle: { color: '#09BB07', disc: false, path: TICK },
  info: { color: '#10AEFF', disc: true, path: 'M12 7v.2M12 10.5v7' },
  warn: { color: '#F76260', disc: true, path: EXCLAMATION },
  waiting: { color: '#10AEFF', disc: true, path: 'M12 7v5.5l3.5 2' },
  cancel: { color: '#F43530', disc: true, path: CROSS },
  download: { color: '#09BB07', disc: true, path: 'M12 6.5v9M8 12l4 4 4-4' },
  search: {
    color: '#B2B2B2',
    disc: false,
    path: 'M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M15 15l4.5 4.5',
  },
  clear: { color: '#B2B2B2', disc: true, path: CROSS },
};

const SVG = 'http://www.w3.org/2000/svg';

export function defineIcon(space: ComponentSpace) {
  return builtIn(space, 'icon')
    .property('type', String)
    .property('size', { type: null, value: 23 })
    .property('color', String)
    .observer(['type', 'size', 'color'], function (type, size, color) {
      const drawing = DRAWINGS[type];
      const host = hostOf(this);
      const length = typeof size === 'number' || /^\d+$/.test(String(size)) ? `${size}px` : String(size);
      host.style.width = length;
      host.style.height = length;
      host.replaceChildren(...(drawing === undefined ? [] : [draw(drawing, color || drawing.color)]));
    })
    .registerComponent();
}

function draw({ disc, path }: Drawing, color: string): SVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  if (disc) picture.append(shape('circle', { cx: '12', cy: '12', r: '11', fill: color }));
  picture.append(
    shape('path', {
      d: path,
      fill: 'none',
      stroke: disc ? '#fff' : color,
      'stroke-width': '2',
      'stroke-linecap': 'round',
    }),
  );
  return picture;
}

function shape(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}
