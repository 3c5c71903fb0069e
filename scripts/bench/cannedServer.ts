/** The peer of the gateway: an HTTP server that does nothing but answer the bytes that the gateway once answered. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Answer {
  status: number;
  contentType: string;
  body: Buffer;
}

export interface CannedServer {
  url: string;
  close(): void;
}

/** @param gatewayUrl asked once, with the first request; every request is then answered as that one was */
export async function startCannedServer(gatewayUrl: string): Promise<CannedServer> {
  let answer: Answer | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      answer ??= await ask(gatewayUrl, request.headers['content-type'] ?? '', Buffer.concat(chunks));
      response.writeHead(answer.status, {
        'content-type': answer.contentType,
        'content-length': answer.body.length,
      });
      response.end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/admin`, close: () => server.close() };
}

async function ask(gatewayUrl: string, contentType: string, body: Buffer): Promise<Answer> {
  const response = await fetch(gatewayUrl, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    body: Buffer.from(await response.arrayBuffer()),
  };
}
