/**
 * `/http/<path>`: the HTTP access service. In the cloud pages of other origins may be let in (Web 安全域名); here
 * none is, as at all addresses of the emulator (http/origin.ts), since such a page could drive the functions.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { type HttpAccess, type ServiceError, tooLarge } from '../../instances/httpAccess/httpAccess';
import { MAX_EVENT_BYTES } from '../../instances/outcome';
import { parse } from '../../refusal/parse';
import type { Refusal } from '../../refusal/refusal';

const PREFIX = '/http';

const Routes = v.strictObject({
  routes: v.array(
    v.strictObject({
      path: v.pipe(
        v.string(),
        v.regex(/^\/(?:[^\s?#]*[^\s?#/])?$/, 'must begin with / and not end with one'),
      ),
      functionName: v.pipe(v.string(), v.nonEmpty()),
    }),
  ),
});

export function registerHttpAccess(app: FastifyInstance, access: HttpAccess): void {
  app.get('/emulator/http-access', () => ({ routes: access.routes() }));
  app.put('/emulator/http-access', (request) => {
    access.replaceRoutes(parse(Routes, request.body).routes);
    return { routes: access.routes() };
  });

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const asBytes = { parseAs: 'buffer', bodyLimit: MAX_EVENT_BYTES } as const;
    scope.addContentTypeParser<Buffer>('*', asBytes, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
      if (error.code !== 'FST_ERR_CTP_BODY_TOO_LARGE') throw error;
      return sendError(reply, request.id, tooLarge(undefined));
    });
    scope.all(`${PREFIX}/*`, (request, reply) => answer(access, request, reply));
  });
}

async function answer(access: HttpAccess, request: FastifyRequest, reply: FastifyReply) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const outcome = await access.call({
    method: request.method,
    path: pathname.slice(PREFIX.length),
    query: searchParams,
    headers: request.headers,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  });
  reply.header('x-cloudbase-request-id', outcome.requestId);
  if ('error' in outcome) return sendError(reply, outcome.requestId, outcome.error);
  const { statusCode, headers, body } = outcome.answer;
  return reply
    .code(statusCode)
    .headers(headers)
    .send(hasBody(statusCode) ? body : undefined);
}

const sendError = (reply: FastifyReply, requestId: string, { statusCode, code, message }: ServiceError) =>
  reply.code(statusCode).send({ code, message, requestId });

/** RFC 9110: neither 204 nor 304 has content. */
const hasBody = (statusCode: number) => statusCode !== 204 && statusCode !== 304;
