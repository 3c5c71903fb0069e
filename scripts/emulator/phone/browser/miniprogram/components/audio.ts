/** `<audio>` (WeChat's documentation: component/audio), which WeChat no longer mends: a bar with a picture and a name. */
import type { ComponentSpace } from 'glass-easel';
import { fileAddress } from '../files';
import { builtIn, hostOf } from './element';
import { offerNode } from './nodes';

export function defineAudio(space: ComponentSpace) {
  return builtIn(space, 'audio')
    .property('src', String)
    .property('poster', String)
    .property('name', { type: String, value: '未知音频' })
    .property('author', { type: String, value: '未知作者' })
    .property('loop', Boolean)
    .property('controls', Boolean)
    .init(({ self, lifetime, observer }) => {
      const sound = document.createElement('audio');
      const bar = document.createElement('div');
      bar.className = 'wx-audio-bar';
      const play = document.createElement('button');
      play.type = 'button';
      const [name, author, time] = ['strong', 'span', 'time'].map((tag) => document.createElement(tag));
      bar.append(play, ...[name, author, time].filter((element) => element !== undefined));
      const draw = () => {
        const { poster, controls } = self.data;
        bar.hidden = !controls;
        if (name) name.textContent = self.data.name;
        if (author) author.textContent = self.data.author;
        if (time) time.textContent = minutes(sound.currentTime);
        play.setAttribute('aria-label', sound.paused ? `播放${self.data.name}` : `暂停${self.data.name}`);
        play.dataset['playing'] = String(!sound.paused);
        play.style.backgroundImage = poster === '' ? '' : `url(${JSON.stringify(fileAddress(poster, self))})`;
      };
      play.onclick = () => (sound.paused ? start() : sound.pause());
      const start = () => void sound.play().catch(() => {});
      for (const event of ['play', 'pause', 'ended'] as const) {
        sound.addEventListener(event, () => {
          draw();
          self.triggerEvent(event, {});
        });
      }
      sound.addEventListener('timeupdate', () => {
        draw();
        self.triggerEvent('timeupdate', { currentTime: sound.currentTime, duration: sound.duration });
      });
      sound.addEventListener('error', () => {
        // 3: 解码错误; 4: 不合适资源.
        if (sound.getAttribute('src'))
          self.triggerEvent('error', { errMsg: `MEDIA_ERR_${sound.error?.code ?? 4}` });
      });
      const load = () => {
        const { src } = self.data;
        if (src !== '') sound.src = fileAddress(src, self);
        sound.loop = self.data.loop;
      };
      lifetime('created', () => hostOf(self).prepend(sound, bar));
      lifetime('attached', () => {
        load();
        draw();
      });
      lifetime('detached', () => sound.pause());
      observer(['src', 'loop'], () => hostOf(self).isConnected && load());
      observer(['name', 'author', 'poster', 'controls'], draw);
      offerNode(self, () => ({
        context: {
          play: start,
          pause: () => sound.pause(),
          /** Seconds. */
          seek(position: number) {
            sound.currentTime = position;
          },
          setSrc(src: string) {
            sound.src = fileAddress(src, self);
          },
        },
      }));
    })
    .registerComponent();
}

const minutes = (seconds: number) =>
  [seconds / 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
