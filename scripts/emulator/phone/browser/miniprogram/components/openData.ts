/**
 * `<open-data>` (WeChat's documentation: component/open-data): of the user it shows what WeChat shows of every user since
 * it no longer tells of anyone, a grey picture and the name 微信用户.
 */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';

const TEXTS: Record<string, string> = { userNickName: '微信用户' };

/** A head and shoulders. */
const PICTURE =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="#e6e6e6" d="M0 0h64v64H0z"/>' +
      '<circle cx="32" cy="25" r="10" fill="#bbb"/><path fill="#bbb" d="M12 54c0-11 9-16 20-16s20 5 20 16z"/></svg>',
  );

export function defineOpenData(space: ComponentSpace) {
  return builtIn(space, 'open-data')
    .property('type', String)
    .property('lang', { type: String, value: 'en' })
    .property('openGid', String)
    .property('defaultText', String)
    .property('defaultAvatar', String)
    .property('useSocketImage', Boolean)
    .observer('type', function (type) {
      const host = hostOf(this);
      if (type !== 'userAvatarUrl') {
        host.textContent = TEXTS[type] ?? this.data.defaultText;
        return;
      }
      const picture = document.createElement('img');
      Object.assign(picture, { src: this.data.defaultAvatar || PICTURE, alt: '' });
      host.replaceChildren(picture);
    })
    .registerComponent();
}
