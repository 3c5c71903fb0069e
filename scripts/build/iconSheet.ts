/** The style sheet behind `<t-icon>`: each icon as a picture in it, in the colour of the text around it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * TDesign's own sheet fetches a font of 2,000 icons from a CDN: a request that a mini-program on a bad network
 * shows as empty squares. These are the icons that are used, under TDesign's names.
 *
 * @param folder `<name>.svg` each, drawn in one colour
 */
export function iconSheet(folder: string): string {
  const icons = readdirSync(folder)
    .filter((file) => file.endsWith('.svg'))
    .sort()
    .map((file) => [basename(file, '.svg'), readFileSync(join(folder, file), 'utf8').trim()] as const);
  return [
    "@import '../common/style/index.wxss';",
    '.t-icon--image,.t-icon__image{width:100%;height:100%}',
    '.t-icon__image{vertical-align:top}',
    '.t-icon-base{display:block;line-height:1}',
    // The mask alone is drawn, so that `color` is the icon's colour.
    ".t-icon-base:before{content:'';display:block;width:1em;height:1em;background-color:currentColor;" +
      '-webkit-mask:var(--icon) center/contain no-repeat;mask:var(--icon) center/contain no-repeat}',
    ...icons.map(([name, svg]) => `.t-icon-${name}:before{--icon:url("${dataUrl(svg)}")}`),
    '',
  ].join('\n');
}

const dataUrl = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;
