/** What happened: calls, pushes and logs, newest first, and the stream of events. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { Journal } from '../../journal/journal';
import { parse } from '../../refusal/parse';

const Query = v.object({
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'a whole number'),
      v.transform(Number),
      v.minValue(1),
      v.maxValue(2_000),
    ),
    '200',
  ),
});

/** A comment line this often keeps proxies and browsers from closing a quiet stream. */
const HEARTBEAT_MS = 15_000;

/** Bytes that wait for a listener who does not read; with more, the stream ends, and he may connect again. */
const MAX_UNREAD_BYTES = 8 * 1024 * 1024;

export function registerJournal(app: FastifyInstance, journal: Journal): void {
  app.get('/emulator/calls', async (request) => journal.calls(parse(Query, request.query).limit));
  app.get('/emulator/pushes', async (request) => journal.pushes(parse(Query, request.query).limit));
  app.get('/emulator/logs', async (request) => journal.logs(parse(Query, request.query).limit));

  app.get('/emulator/events', (request, reply) => {
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    stream.write(': connected\n\n');
    const write = (text: string) => {
      if (stream.writableLength > MAX_UNREAD_BYTES) stream.destroy();
      else stream.write(text);
    };
    const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
    const unsubscribe = journal.listen((event) => {
      write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    });
    request.raw.once('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
    });
  });
}
