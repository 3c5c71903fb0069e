/** The emulator's HTTP server: loopback only, JSON in and out, every error in one envelope. */
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import type { ErrorBody } from '../contract';
import { ReplyWithheld, withhold } from '../faults/reply';
import { refuseDeepJson } from '../refusal/jsonDepth';
import { Refusal } from '../refusal/refusal';
import { refuseForeign } from './origin';

/** Bytes. An image for a customer-service message has 10 MB at most; everything else is far smaller. */
const BODY_LIMIT = 16 * 1024 * 1024;

export async function createServer(): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    // What the framework refuses before it has a route: an address that cannot be decoded, or is too long.
    frameworkErrors: (error, _request, reply) => void answerError(error, reply),
  });
  // A form is taken whole, and read by the route that expects one (form.ts).
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined);
    refuseDeepJson(body);
    return parseJson(request, body, done);
  });
  app.addHook('onRequest', async (request) => refuseForeign(request));
  app.setNotFoundHandler((request) => {
    throw new Refusal(
      404,
      'NO_SUCH_ADDRESS',
      `There is nothing at ${request.method} ${request.url.split('?')[0]}`,
    );
  });
  app.setErrorHandler((error: FastifyError | Refusal | ReplyWithheld, _request, reply) =>
    answerError(error, reply),
  );
  return app;
}

function answerError(error: FastifyError | Refusal | ReplyWithheld, reply: FastifyReply): unknown {
  if (error instanceof ReplyWithheld) return withhold(error, reply);
  const { status, body } = envelope(error);
  if (!(error instanceof Refusal) && status >= 500) console.error(error);
  return reply.code(status).send(body);
}

function envelope(error: FastifyError | Refusal): { status: number; body: ErrorBody } {
  if (error instanceof Refusal) {
    const { status, code, message, errCode, requestID } = error;
    const body = {
      error: {
        code,
        message,
        ...(errCode !== undefined && { errCode }),
        ...(requestID !== undefined && { requestID }),
      },
    };
    return { status, body };
  }
  const status = error.statusCode ?? 500;
  if (status >= 500) return { status: 500, body: { error: { code: 'INTERNAL', message: error.message } } };
  if (status === 414) return { status, body: { error: ADDRESS_TOO_LONG } };
  return { status, body: { error: { code: CODES[status] ?? 'INVALID_REQUEST', message: error.message } } };
}

/** The framework's own words repeat the address. */
const ADDRESS_TOO_LONG = { code: 'ADDRESS_TOO_LONG', message: 'A part of the address is too long' };

/** Codes for what the HTTP framework itself refuses. */
const CODES: Record<number, string> = { 413: 'BODY_TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE' };
