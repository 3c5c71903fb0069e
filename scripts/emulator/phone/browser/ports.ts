/** The phones that the shared worker serves. */

/** What a phone says to the worker: it has gone, or the browser shows it again as it was. */
export type Presence = 'gone' | 'back';

interface Port {
  postMessage(message: unknown): void;
}

export interface Ports {
  /** @returns what hears its phone: a port does not tell by itself that its phone has gone */
  add(port: Port): (said: Presence) => void;
  /** To all that are there. */
  post(message: unknown): void;
}

export function createPorts(): Ports {
  const ports = new Set<Port>();
  return {
    add(port) {
      ports.add(port);
      return (said) => void (said === 'gone' ? ports.delete(port) : ports.add(port));
    },
    post(message) {
      for (const port of ports) port.postMessage(message);
    },
  };
}
