/** The stream of what happens in the emulator, for every part of the console that follows it. */
import type { EmulatorEvent } from '../../../contract';

export type Connection = 'connecting' | 'live' | 'lost';

type EventType = EmulatorEvent['type'];
type EventOf<T extends EventType> = Extract<EmulatorEvent, { type: T }>;

const TYPES: readonly EventType[] = [
  'callBegun',
  'call',
  'push',
  'log',
  'notification',
  'chat',
  'desk',
  'setting',
  'templates',
  'clock',
  'faults',
  'database',
  'reset',
];

export class Stream {
  connection: Connection = 'connecting';
  private readonly followers = new Map<EventType, Set<(event: EmulatorEvent) => void>>();
  private readonly watchers = new Set<(connection: Connection) => void>();

  constructor(source: EventSource) {
    source.onopen = () => this.become('live');
    // The browser tries again by itself, unless the emulator refused.
    source.onerror = () => this.become('lost');
    for (const type of TYPES) {
      source.addEventListener(type, ({ data }: MessageEvent<string>) => {
        const event: EmulatorEvent = JSON.parse(data);
        for (const follower of this.followers.get(type) ?? []) follower(event);
      });
    }
  }

  /** @returns a function that ends it */
  follow<T extends EventType>(type: T, follower: (event: EventOf<T>) => void): () => void {
    const followers = this.followers.get(type) ?? new Set();
    this.followers.set(type, followers);
    const untyped = follower as (event: EmulatorEvent) => void;
    followers.add(untyped);
    return () => followers.delete(untyped);
  }

  /** Told of each change of the connection: with `live` what happened meanwhile has to be fetched. */
  watch(watcher: (connection: Connection) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private become(connection: Connection): void {
    this.connection = connection;
    for (const watcher of this.watchers) watcher(connection);
  }
}
