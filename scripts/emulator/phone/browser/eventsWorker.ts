/** The shared worker that holds the one stream of events for all phones of this browser. */
import { openStream } from './events';

/** A worker's own types are those of another library; this is all that is used of them. */
interface WorkerScope {
  onconnect: ((event: MessageEvent) => void) | null;
}

const ports: MessagePort[] = [];

(globalThis as unknown as WorkerScope).onconnect = ({ ports: [port] }) => {
  if (port === undefined) return;
  ports.push(port);
  // A port whose phone is gone takes messages and drops them.
  if (ports.length === 1)
    openStream((message) => {
      for (const each of ports) each.postMessage(message);
    });
};
