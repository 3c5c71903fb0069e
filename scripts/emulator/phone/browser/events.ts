/** The stream of what happens: one connection for all phones of a browser, which allows six to a server. */
import type { EmulatorEvent } from '../../contract';
import type { Presence } from './ports';

/** What a phone follows. */
const EVENT_TYPES = [
  'notification',
  'setting',
  'chat',
  'desk',
  'clock',
  'faults',
  'database',
  'miniprogram',
  'reset',
] as const;

export interface Follower {
  /** Something that a phone follows has happened. */
  onEvent(event: EmulatorEvent): void;
  /** The connection has broken; the browser tries again by itself. */
  onLost(): void;
  /** The connection is there again; what happened meanwhile is not told. */
  onRegained(): void;
}

/** What the shared worker posts to each phone. */
export type StreamMessage = { event: EmulatorEvent } | 'lost' | 'regained';

/** @param script the worker's, as this document finds it */
export function followEvents(follower: Follower, script = 'events.js'): void {
  const directly = () => openStream((message) => tell(follower, message));
  if (typeof SharedWorker === 'undefined') {
    directly();
    return;
  }
  const worker = new SharedWorker(script, 'xinshi-events');
  worker.port.onmessage = ({ data }: MessageEvent<StreamMessage>) => tell(follower, data);
  const say = (presence: Presence) => worker.port.postMessage(presence);
  window.addEventListener('pagehide', () => say('gone'));
  // The browser may keep a page that was left, and show it again: it has missed what happened meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    say('back');
    follower.onRegained();
  });
  worker.onerror = directly;
}

/** Connects, and passes on what comes until the document or worker ends. */
export function openStream(post: (message: StreamMessage) => void): void {
  const stream = new EventSource('/emulator/events');
  let lost = false;
  stream.onerror = () => {
    lost = true;
    post('lost');
  };
  stream.onopen = () => {
    if (lost) post('regained');
    lost = false;
  };
  for (const type of EVENT_TYPES) {
    stream.addEventListener(type, ({ data }: MessageEvent<string>) => post({ event: JSON.parse(data) }));
  }
}

function tell(follower: Follower, message: StreamMessage): void {
  if (message === 'lost') follower.onLost();
  else if (message === 'regained') follower.onRegained();
  else follower.onEvent(message.event);
}
