import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { registerJournal } from '../../../../scripts/emulator/http/routes/journal';
import { createServer } from '../../../../scripts/emulator/http/server';
import { createJournal } from '../../../../scripts/emulator/journal/journal';
import { openStore } from '../../../../scripts/emulator/state/store';

const store = openStore();
const journal = createJournal(store);
let listen: () => Promise<Socket>;
let close: () => Promise<void>;

beforeAll(async () => {
  const app = await createServer();
  registerJournal(app, journal);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  close = () => app.close();
  listen = async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET /emulator/events HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
    await once(socket, 'readable');
    return socket;
  };
});
afterAll(async () => {
  await close();
  await store.close();
});

const record = (text: string) =>
  journal.announce({
    type: 'log',
    log: { id: '1', functionName: 'echo', requestId: '', level: 'info', text, at: 0 },
  });

describe('GET /emulator/events', () => {
  it('streams what happens', async () => {
    const socket = await listen();
    socket.read();
    record('hello');
    await once(socket, 'readable');

    expect(String(socket.read())).toMatch(/event: log\ndata: \{"type":"log",.*"hello"/);
    socket.destroy();
  });

  it('ends for a listener who does not read, before what waits for him fills the memory', async () => {
    const socket = await listen();
    for (let megabytes = 0; megabytes < 32; megabytes++) record('x'.repeat(1024 * 1024));
    socket.on('error', () => {});

    socket.resume();
    await once(socket, 'close');
    expect(socket.bytesRead).toBeLessThan(32 * 1024 * 1024);
  });
});
