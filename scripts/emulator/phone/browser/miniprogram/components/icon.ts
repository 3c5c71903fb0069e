/** `<icon>` (WeChat's documentation: component/icon). */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';

const TICK = 'M6 12.5l4 4L18 8.5';
const CROSS = 'M8 8l8 8M16 8l-8 8';
const INFO = 'M12 7v.2M12 10.5v7';
const CLOCK = 'M12 7v5.5l3.5 2';
const EXCLAMATION = 'M12 6.5v7M12 17v.2';

interface Drawing {
  color: string;
  /** What is around it. */
  around?: 'disc' | 'ring' | 'shield';
  path: string;
}

const DRAWINGS: Record<string, Drawing> = {
  success: { color: '#09BB07', around: 'disc', path: TICK },
  success_no_circle: { color: '#09BB07', path: TICK },
  info: { color: '#10AEFF', around: 'disc', path: INFO },
  warn: { color: '#F76260', around: 'disc', path: EXCLAMATION },
  waiting: { color: '#10AEFF', around: 'disc', path: CLOCK },
  cancel: { color: '#F43530', around: 'disc', path: CROSS },
  download: { color: '#09BB07', around: 'disc', path: 'M12 6.5v9M8 12l4 4 4-4' },
  search: {
    color: '#B2B2B2',

    path: 'M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M15 15l4.5 4.5',
  },
  clear: { color: '#B2B2B2', around: 'disc', path: CROSS },
  // These are in no documentation, and in WeChat's own style sheet and many mini-programs.
  circle: { color: '#C9C9C9', around: 'ring', path: '' },
  success_circle: { color: '#09BB07', around: 'ring', path: TICK },
  info_circle: { color: '#09BB07', around: 'ring', path: INFO },
  waiting_circle: { color: '#10AEFF', around: 'ring', path: CLOCK },
  safe_success: { color: '#09BB07', around: 'shield', path: TICK },
  safe_warn: { color: '#FFBE00', around: 'shield', path: EXCLAMATION },
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

/** What is filled is drawn in its colour, with the sign in white. */
const AROUND = {
  disc: (color: string) => shape('circle', { cx: '12', cy: '12', r: '11', fill: color }),
  shield: (color: string) => shape('path', { d: 'M12 1l9 3v8c0 5-4 9-9 11-5-2-9-6-9-11V4z', fill: color }),
  ring: (color: string) => shape('circle', { cx: '12', cy: '12', r: '10.5', fill: 'none', stroke: color }),
};

function draw({ around, path }: Drawing, color: string): SVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  if (around !== undefined) picture.append(AROUND[around](color));
  picture.append(
    shape('path', {
      d: path,
      fill: 'none',
      stroke: around === 'disc' || around === 'shield' ? '#fff' : color,
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
