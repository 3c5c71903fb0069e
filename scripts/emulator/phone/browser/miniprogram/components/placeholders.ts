/** Components that show what an emulator has not: each is drawn as a box that says its name. */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';

const PLACEHOLDERS = {
  'web-view': '网页',
  map: '地图',
  camera: '相机',
  'live-player': '直播播放',
  'live-pusher': '直播推流',
  editor: '富文本编辑器',
  'official-account': '公众号关注',
  'functional-page-navigator': '功能页',
  'channel-video': '视频号视频',
  'channel-live': '视频号直播',
  'xr-scene': '三维场景',
  ad: '广告',
  'ad-custom': '原生模板广告',
};

export function definePlaceholders(space: ComponentSpace) {
  return Object.fromEntries(
    Object.entries(PLACEHOLDERS).map(([tag, name]) => [
      tag,
      builtIn(space, tag)
        .property('src', String)
        .init(({ self, lifetime, observer }) => {
          const box = document.createElement('div');
          box.className = 'wx-absent-box';
          const draw = () => {
            box.textContent = [`${name} <${tag}>`, self.data.src, '模拟器里没有'].filter(Boolean).join('\n');
          };
          lifetime('created', () => {
            hostOf(self).classList.add('wx-absent');
            hostOf(self).prepend(box);
            draw();
          });
          observer('src', draw);
        })
        .registerComponent(),
    ]),
  );
}
