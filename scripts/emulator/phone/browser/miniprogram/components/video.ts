/** `<video>` (WeChat's documentation: component/video), over the browser's own; a browser decodes what it can. */
import type { ComponentSpace, GeneralComponent } from 'glass-easel';
import { fileAddress } from '../files';
import { builtIn, hostOf, setAttribute } from './element';
import { offerNode } from './nodes';

interface Bullet {
  text: string;
  color?: string;
  /** Seconds of the film. */
  time?: number;
}

/** How long a bullet comment crosses the picture. Milliseconds. */
const BULLET_MS = 6000;

export function defineVideo(space: ComponentSpace) {
  return builtIn(space, 'video')
    .property('src', String)
    .property('poster', String)
    .property('controls', { type: Boolean, value: true })
    .property('autoplay', Boolean)
    .property('loop', Boolean)
    .property('muted', Boolean)
    .property('initialTime', Number)
    .property('duration', Number)
    .property('objectFit', { type: String, value: 'contain' })
    .property('danmuList', Array)
    .property('danmuBtn', Boolean)
    .property('enableDanmu', Boolean)
    .property('direction', Number)
    .property('title', String)
    .property('showFullscreenBtn', { type: Boolean, value: true })
    .property('showPlayBtn', { type: Boolean, value: true })
    .property('showCenterPlayBtn', { type: Boolean, value: true })
    .property('showProgress', { type: Boolean, value: true })
    .property('showMuteBtn', Boolean)
    .property('showScreenLockButton', Boolean)
    .property('showCastingButton', Boolean)
    .property('enableProgressGesture', { type: Boolean, value: true })
    .property('enablePlayGesture', Boolean)
    .property('enableAutoRotation', Boolean)
    .property('autoPauseIfNavigate', { type: Boolean, value: true })
    .property('autoPauseIfOpenNative', { type: Boolean, value: true })
    .property('pageGesture', Boolean)
    .property('vslideGesture', Boolean)
    .property('vslideGestureInFullscreen', { type: Boolean, value: true })
    .property('pictureInPictureMode', null)
    .property('playBtnPosition', { type: String, value: 'bottom' })
    .property('posterForCrawler', String)
    .property('adUnitId', String)
    .init(({ self, lifetime, observer, pageLifetime }) => {
      const film = document.createElement('video');
      film.playsInline = true;
      const follow = () => {
        const { src, poster, controls, loop, muted, objectFit } = self.data;
        Object.assign(film, { controls, loop, muted });
        film.style.objectFit = objectFit;
        setAttribute(film, 'poster', fileAddress(poster, self));
        // Set anew, it would begin again.
        const address = fileAddress(src, self);
        if (film.getAttribute('src') !== address) film.src = address;
      };
      const draw = (bullet: Bullet) => self.data.enableDanmu && fly(hostOf(self), bullet);
      lifetime('created', () => hostOf(self).prepend(film));
      lifetime('attached', () => {
        film.autoplay = self.data.autoplay;
        tellEvents(self, film, draw);
        follow();
      });
      lifetime('detached', () => film.pause());
      // Another page of the mini-program, or something of WeChat's, lies over its own.
      pageLifetime('hide', () => {
        if (self.data.autoPauseIfNavigate) film.pause();
      });
      observer(
        ['src', 'poster', 'controls', 'loop', 'muted', 'objectFit'],
        () => film.isConnected && follow(),
      );
      offerNode(self, () => ({ context: videoContext(film, draw) }));
    })
    .registerComponent();
}

type Video = GeneralComponent & { data: { initialTime: number; danmuList: Bullet[] } };

function tellEvents(video: Video, film: HTMLVideoElement, draw: (bullet: Bullet) => void): void {
  const tell = (name: string, detail: () => object = () => ({})) => video.triggerEvent(name, detail());
  let lastTold = 0;
  for (const name of ['play', 'pause', 'ended', 'waiting'] as const) {
    film.addEventListener(name, () => tell(name));
  }
  film.addEventListener('loadedmetadata', () => {
    const { videoWidth: width, videoHeight: height, duration } = film;
    if (video.data.initialTime > 0) film.currentTime = video.data.initialTime;
    tell('loadedmetadata', () => ({ width, height, duration }));
  });
  film.addEventListener('timeupdate', () => {
    const { currentTime, duration } = film;
    for (const bullet of video.data.danmuList ?? []) {
      const { time = 0 } = bullet;
      if (time > lastTold && time <= currentTime) draw(bullet);
    }
    lastTold = currentTime;
    tell('timeupdate', () => ({ currentTime, duration }));
  });
  film.addEventListener('progress', () => {
    const { buffered, duration } = film;
    const end = buffered.length > 0 ? buffered.end(buffered.length - 1) : 0;
    tell('progress', () => ({ buffered: duration > 0 ? Math.round((end / duration) * 100) : 0 }));
  });
  film.addEventListener('seeked', () => tell('seekcomplete', () => ({ position: film.currentTime })));
  film.addEventListener('error', () => {
    if (film.getAttribute('src') === '') return;
    tell('error', () => ({ errMsg: film.error?.message || 'MEDIA_ERR_SRC_NOT_SUPPORTED' }));
  });
  film.addEventListener('fullscreenchange', () =>
    tell('fullscreenchange', () => ({
      fullScreen: document.fullscreenElement === film,
      direction: 'vertical',
    })),
  );
}

/** A bullet comment flies from right to left, in one of a few rows. */
function fly(host: HTMLElement, { text, color = '#ffffff' }: Bullet): void {
  const bullet = document.createElement('span');
  bullet.className = 'wx-bullet';
  bullet.textContent = text;
  bullet.style.color = color;
  bullet.style.top = `${(host.querySelectorAll('.wx-bullet').length % 4) * 24 + 8}px`;
  host.append(bullet);
  bullet.animate([{ left: '100%' }, { left: '0', transform: 'translateX(-100%)' }], BULLET_MS).finished.then(
    () => bullet.remove(),
    () => bullet.remove(),
  );
}

/** What `wx.createVideoContext` and a `SelectorQuery` give (WeChat's documentation: api/media/video/VideoContext). */
function videoContext(film: HTMLVideoElement, draw: (bullet: Bullet) => void) {
  const nothing = () => {};
  return {
    play: () => void film.play().catch(nothing),
    pause: () => film.pause(),
    stop() {
      film.pause();
      film.currentTime = 0;
    },
    /** Seconds. */
    seek(position: number) {
      film.currentTime = position;
    },
    playbackRate(rate: number) {
      film.playbackRate = rate;
    },
    sendDanmu: draw,
    requestFullScreen: () => void film.requestFullscreen().catch(nothing),
    exitFullScreen: () => void (document.fullscreenElement && document.exitFullscreen()),
    exitPictureInPicture: () => void (document.pictureInPictureElement && document.exitPictureInPicture()),
    showStatusBar: nothing,
    hideStatusBar: nothing,
    requestBackgroundPlayback: nothing,
    exitBackgroundPlayback: nothing,
  };
}
