/** A server of a mini-program's own, on this machine: it echoes requests and what comes through a socket. */
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `/file` gives a text, `/type` the type of what it was sent, `/never` nothing; anything else what it was sent. */
export async function startOwnServer(): Promise<{ port: number; close(): void }> {
  const server = createServer(answer).on('upgrade', echoOverSocket).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const answer: Parameters<typeof createServer>[1] = (request, response) => {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', '*');
  if (request.url === '/never') return;
  if (request.url === '/file') return void response.end('downloaded');
  if (request.url === '/type') return void response.end(request.headers['content-type']);
  request.pipe(response);
};

/** As much of RFC 6455 as one short text needs: its frame comes back without the mask. */
const echoOverSocket: Parameters<Server['on']>[1] = (request, socket) => {
  const accept = createHash('sha1')
    .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  socket.on('error', () => {});
  socket.on('data', (frame: Buffer) => {
    const length = (frame[1] ?? 0) & 0x7f;
    const text = frame.subarray(6, 6 + length).map((byte, index) => byte ^ (frame[2 + (index % 4)] ?? 0));
    socket.write(Buffer.from([frame[0] ?? 0, length, ...text]));
    if (frame[0] === 0x88) socket.end();
  });
};
