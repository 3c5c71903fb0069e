/** The shared worker that holds the one stream of events for all phones of this browser. */
import { openStream } from './events';
import { createPorts } from './ports';

/** A worker's own types are those of another library; this is all that is used of them. */
interface WorkerScope {
  onconnect: ((event: MessageEvent) => void) | null;
}

const ports = createPorts();
openStream(ports.post);

(globalThis as unknown as WorkerScope).onconnect = ({ ports: [port] }) => {
  if (port === undefined) return;
  const hear = ports.add(port);
  port.onmessage = ({ data }) => hear(data);
};
