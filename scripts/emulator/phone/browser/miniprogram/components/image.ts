/** `<image>` and `<cover-image>` (WeChat's documentation: component/image). */
import type { ComponentSpace, GeneralComponent } from 'glass-easel';
import { fileAddress } from '../files';
import { builtIn, hostOf, setAttribute } from './element';

/** How each mode places the picture in its box: `object-fit` and `object-position`. */
const MODES: Record<string, [fit: string, position?: string]> = {
  scaleToFill: ['fill'],
  aspectFit: ['contain'],
  aspectFill: ['cover'],
  widthFix: ['fill'],
  heightFix: ['fill'],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  center: ['none', 'center'],
  left: ['none', 'left'],
  right: ['none', 'right'],
  'top left': ['none', 'top left'],
  'top right': ['none', 'top right'],
  'bottom left': ['none', 'bottom left'],
  'bottom right': ['none', 'bottom right'],
};

export const defineImage = (space: ComponentSpace) => imageLike(space, 'image');
export const defineCoverImage = (space: ComponentSpace) => imageLike(space, 'cover-image');

function imageLike(space: ComponentSpace, tag: string) {
  return builtIn(space, tag)
    .property('src', String)
    .property('mode', { type: String, value: 'scaleToFill' })
    .property('lazyLoad', Boolean)
    .property('webp', Boolean)
    .property('fadeIn', Boolean)
    .property('showMenuByLongpress', Boolean)
    .property('forceHttps', Boolean)
    .init(({ self, lifetime, observer }) => {
      const picture = document.createElement('img');
      picture.draggable = false;
      picture.alt = '';
      picture.onload = () => {
        picture.classList.remove('wx-broken');
        const { naturalWidth: width, naturalHeight: height } = picture;
        self.triggerEvent('load', { width, height });
      };
      picture.onerror = () => {
        picture.classList.add('wx-broken');
        self.triggerEvent('error', { errMsg: `GET ${self.data.src} error` });
      };
      lifetime('created', () => {
        hostOf(self).append(picture);
        place(self, picture);
      });
      // By now the properties are those of the template: one that loads late never loads before it is seen.
      lifetime('attached', () => load(self, picture));
      observer('src', () => hostOf(self).isConnected && load(self, picture));
      observer('mode', () => place(self, picture));
      observer('ariaLabel', (label: unknown) => {
        picture.alt = String(label ?? '');
      });
    })
    .registerComponent();
}

function load(
  image: GeneralComponent & { data: { src: string; lazyLoad: boolean } },
  picture: HTMLImageElement,
) {
  const { src, lazyLoad } = image.data;
  picture.loading = lazyLoad ? 'lazy' : 'eager';
  setAttribute(picture, 'src', fileAddress(src, image));
}

function place(image: GeneralComponent & { data: { mode: string } }, picture: HTMLImageElement): void {
  const { mode } = image.data;
  hostOf(image).setAttribute('mode', mode);
  const [fit, position = ''] = MODES[mode] ?? ['fill'];
  picture.style.objectFit = fit;
  picture.style.objectPosition = position;
}
