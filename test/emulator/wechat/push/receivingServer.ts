/** A developer's server on loopback that takes pushes: what it was asked, and answers as a test says. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  method: string;
  query: Record<string, string>;
  contentType: string | undefined;
  body: string;
}

export interface ServerReply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** Undefined keeps the request waiting for ever. */
type Answer = (request: ReceivedRequest) => ServerReply | undefined;

/** As WeChat's guide asks: the verification's echostr, and success for everything else. */
export const wellBehaved: Answer = ({ method, query }) => ({
  body: method === 'GET' ? (query['echostr'] ?? '') : 'success',
});

export async function startReceivingServer() {
  const received: ReceivedRequest[] = [];
  let answer = wellBehaved;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const taken = {
      method: request.method ?? '',
      query: Object.fromEntries(url.searchParams),
      contentType: request.headers['content-type'],
      body: await bodyOf(request),
    };
    received.push(taken);
    const reply = answer(taken);
    if (reply === undefined) return;
    response.writeHead(reply.status ?? 200, reply.headers).end(reply.body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/push?from=wechat`,
    received,
    /** Pushes that arrived, oldest first. */
    pushes: () => received.filter(({ method }) => method === 'POST'),
    answers: (given: Answer) => {
      answer = given;
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export type ReceivingServer = Awaited<ReturnType<typeof startReceivingServer>>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
