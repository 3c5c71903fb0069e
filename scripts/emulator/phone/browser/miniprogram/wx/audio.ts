/** Sounds (WeChat's documentation: api/media/audio, api/media/background-audio), over the browser's audio element. */
import { fileAddress } from '../files';
import { listeners } from './listeners';

/** WeChat's events to the browser's. */
const EVENTS = {
  Canplay: 'canplay',
  Play: 'play',
  Pause: 'pause',
  Ended: 'ended',
  TimeUpdate: 'timeupdate',
  Waiting: 'waiting',
  Seeking: 'seeking',
  Seeked: 'seeked',
} as const;

/** What WeChat's numbers of `onError` say (InnerAudioContext.onError). */
const ERROR_CODES: Record<number, number> = { 2: 10002, 3: 10004, 4: 10003 };

/** What the two kinds of player have in common. */
function createPlayer() {
  const audio = new Audio();
  const told = Object.fromEntries(
    [...Object.keys(EVENTS), 'Stop', 'Error'].map((name) => [name, listeners()]),
  );
  let src = '';
  let stopped = false;
  for (const [name, event] of Object.entries(EVENTS)) {
    audio.addEventListener(event, () => {
      // Stopping is a pause at the beginning, which WeChat tells as `onStop`.
      if (name === 'Pause' && (stopped || audio.ended)) return;
      told[name]?.tell({});
    });
  }
  audio.addEventListener('error', () => {
    if (src === '') return;
    const errCode = ERROR_CODES[audio.error?.code ?? 0] ?? -1;
    told['Error']?.tell({ errCode, errMsg: audio.error?.message || `${src} cannot be played` });
  });
  const play = () => {
    stopped = false;
    // Without a tap before it a browser refuses.
    audio.play().catch((error: Error) => {
      if (error.name === 'NotAllowedError') told['Error']?.tell({ errCode: -1, errMsg: error.message });
    });
  };
  const stop = () => {
    stopped = true;
    audio.pause();
    audio.currentTime = 0;
    told['Stop']?.tell({});
  };
  return {
    audio,
    get src() {
      return src;
    },
    set src(value: string) {
      src = value;
      audio.src = fileAddress(value);
    },
    play,
    stop,
    members: {
      play,
      stop,
      pause: () => audio.pause(),
      /** Seconds. */
      seek: (position: number) => {
        audio.currentTime = position;
      },
      ...Object.fromEntries(
        Object.entries(told).flatMap(([name, { on, off }]) => [
          [`on${name}`, on],
          [`off${name}`, off],
        ]),
      ),
    },
  };
}

/** The properties that a player reads from its audio element, and sets on it. */
function withProperties<T extends object>(target: T, audio: HTMLAudioElement): T {
  const numbers = (name: 'volume' | 'playbackRate') => ({
    get: () => audio[name],
    set: (value: number) => {
      audio[name] = value;
    },
    enumerable: true,
  });
  return Object.defineProperties(target, {
    duration: { get: () => (Number.isFinite(audio.duration) ? audio.duration : 0), enumerable: true },
    currentTime: { get: () => audio.currentTime, enumerable: true },
    paused: { get: () => audio.paused, enumerable: true },
    buffered: {
      get: () => (audio.buffered.length > 0 ? audio.buffered.end(audio.buffered.length - 1) : 0),
      enumerable: true,
    },
    volume: numbers('volume'),
    playbackRate: numbers('playbackRate'),
  });
}

function createInnerAudioContext() {
  const player = createPlayer();
  const { audio } = player;
  const context = {
    ...player.members,
    startTime: 0,
    obeyMuteSwitch: true,
    referrerPolicy: 'no-referrer',
    get src() {
      return player.src;
    },
    set src(value: string) {
      player.src = value;
      if (context.startTime > 0) audio.currentTime = context.startTime;
    },
    get autoplay() {
      return audio.autoplay;
    },
    set autoplay(value: boolean) {
      audio.autoplay = value;
    },
    get loop() {
      return audio.loop;
    },
    set loop(value: boolean) {
      audio.loop = value;
    },
    destroy() {
      audio.pause();
      audio.removeAttribute('src');
      player.src = '';
    },
  };
  return withProperties(context, audio);
}

function createBackgroundAudioManager() {
  const player = createPlayer();
  return withProperties(
    {
      ...player.members,
      startTime: 0,
      title: '',
      epname: '',
      singer: '',
      coverImgUrl: '',
      webUrl: '',
      protocol: 'http',
      get src() {
        return player.src;
      },
      /** It plays as soon as it has one. */
      set src(value: string) {
        player.src = value;
        player.play();
      },
      onPrev() {},
      onNext() {},
    },
    player.audio,
  );
}

export function audioApi() {
  let background: ReturnType<typeof createBackgroundAudioManager> | undefined;
  return {
    createInnerAudioContext,
    /** There is one, however often it is asked for. */
    getBackgroundAudioManager() {
      background ??= createBackgroundAudioManager();
      return background;
    },
    createWebAudioContext: () => new AudioContext(),
  };
}
