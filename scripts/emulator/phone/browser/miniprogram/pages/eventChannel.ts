/** `EventChannel`: what two pages tell each other (WeChat's documentation: api/route/EventChannel). */

type Listener = (...values: unknown[]) => void;

export interface EventChannel {
  emit(name: string, ...values: unknown[]): void;
  on(name: string, listener: Listener): void;
  once(name: string, listener: Listener): void;
  off(name: string, listener?: Listener): void;
}

/**
 * The two ends of a channel: what one emits, the other hears.
 *
 * @param events what the page that opens the other listens to
 */
export function createEventChannels(events: Record<string, Listener> = {}): {
  opener: EventChannel;
  opened: EventChannel;
} {
  const ofOpener = new Map<string, Set<Listener>>();
  const ofOpened = new Map<string, Set<Listener>>();
  const opener = channelEnd(ofOpener, ofOpened);
  for (const [name, listener] of Object.entries(events)) opener.on(name, listener);
  return { opener, opened: channelEnd(ofOpened, ofOpener) };
}

function channelEnd(mine: Map<string, Set<Listener>>, others: Map<string, Set<Listener>>): EventChannel {
  const on = (name: string, listener: Listener) => {
    mine.set(name, (mine.get(name) ?? new Set()).add(listener));
  };
  const off = (name: string, listener?: Listener) => {
    if (listener === undefined) mine.delete(name);
    else mine.get(name)?.delete(listener);
  };
  return {
    on,
    off,
    once(name, listener) {
      const once: Listener = (...values) => {
        off(name, once);
        listener(...values);
      };
      on(name, once);
    },
    emit(name, ...values) {
      for (const listener of [...(others.get(name) ?? [])]) listener(...values);
    },
  };
}
