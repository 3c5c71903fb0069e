/** `/cgi-bin`, `/wxaapi` and `/sns`: WeChat's HTTPS API, exactly as api.weixin.qq.com has it. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { CallRecord } from '../../contract';
import { NO_HIT } from '../../faults/faults';
import { delay, demandReply, faultOf } from '../../faults/reply';
import { excerpt, readExactly } from '../../journal/excerpt';
import type { Journal } from '../../journal/journal';
import { refuseDeepJson } from '../../refusal/jsonDepth';
import type { Refusal } from '../../refusal/refusal';
import type { Clock } from '../../state/clock';
import type { ApiAnswer } from '../../wechat/api/answer';
import { type ApiArgument, type ApiArguments, readableArguments } from '../../wechat/api/arguments';
import { ApiError, WECHAT_ERRORS } from '../../wechat/api/errors';
import type { WeChat } from '../../wechat/wechat';
import { type FormPart, isForm, readForm } from '../form';

export interface HttpsApiDependencies {
  wechat: WeChat;
  journal: Journal;
  clock: Clock;
}

/** A parameter that is given twice counts as not given. */
const Query = v.record(v.string(), v.fallback(v.string(), ''));

/** As WeChat's servers name it; their answers about media are text/plain (github.com/node-webot/co-wechat-api issue 19). */
const JSON_TYPE = 'application/json; encoding=utf-8';
const MEDIA_JSON_TYPE = 'text/plain';

export function registerHttpsApi(app: FastifyInstance, dependencies: HttpsApiDependencies): void {
  const { wechat, journal, clock } = dependencies;

  async function serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const startedAt = clock.now();
    const startedTick = performance.now();
    const path = request.url.replace(/\?.*$/s, '');
    const query = v.parse(Query, request.query);
    const form = isForm(request) ? await readArguments(request) : new Map<string, ApiArgument>();
    let body: ApiArguments | undefined;
    const answer = wechat.answerHttps({
      method: request.method,
      path,
      query,
      body: (kind) => {
        body = kind === 'form' ? form : readJson(request.body);
        return body;
      },
    });
    const { hit = NO_HIT } = answer;
    await delay(hit);
    journal.recordCall({
      id: journal.nextId(),
      kind: 'https',
      name: path,
      method: request.method,
      requestId: randomUUID(),
      source: '',
      request: excerpt(
        JSON.stringify(withoutSecrets({ ...query, ...readableArguments(body ?? unread(request, form)) })),
      ),
      startedAt,
      durationMs: performance.now() - startedTick,
      ...outcomeOf(answer),
      ...faultOf(hit),
    });
    demandReply(hit);
    return send(reply, path, answer);
  }

  app.register(async (scope) => {
    // WeChat reads a body as JSON whatever its content type says.
    scope.removeContentTypeParser(['application/json', 'text/plain']);
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    scope.all('/cgi-bin/*', serve);
    scope.all('/wxaapi/*', serve);
    scope.all('/sns/*', serve);
  });
}

/** What was sent with a call that WeChat refused before it read it: the log has it all the same. */
function unread({ body }: FastifyRequest, form: ApiArguments): ApiArguments {
  if (form.size > 0) return form;
  try {
    return readJson(body);
  } catch {
    return new Map();
  }
}

/** A form that breaks off or has no boundary counts as one without fields: WeChat then misses the media. */
async function readArguments(request: FastifyRequest): Promise<ApiArguments> {
  try {
    return new Map((await readForm(request)).map((part) => [part.name, argumentOf(part)]));
  } catch (error) {
    // What is too large is refused by the server, with a status.
    if ((error as Refusal).status !== 400) throw error;
    return new Map();
  }
}

function argumentOf({ value, contentType, filename = '' }: FormPart): ApiArgument {
  if (typeof value === 'string') return { value: Buffer.from(JSON.stringify(value)) };
  return { value, contentType, filename };
}

/** @throws {ApiError} 44002 without a body, 47001 when it is no JSON object */
function readJson(body: unknown): ApiArguments {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new ApiError(WECHAT_ERRORS.emptyBody);
  const fields = parse(body.toString());
  if (!isObject(fields)) throw new ApiError(WECHAT_ERRORS.dataFormatError);
  return new Map(
    Object.entries(fields).map(([name, value]) => [name, { value: Buffer.from(JSON.stringify(value)) }]),
  );
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    refuseDeepJson(text);
    return JSON.parse(text);
  } catch {
    throw new ApiError(WECHAT_ERRORS.dataFormatError);
  }
}

/** What lets somebody call stays out of the call log. */
const withoutSecrets = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name]) => !['secret', 'js_code', 'session_key'].includes(name) && !name.endsWith('access_token'),
    ),
  );

function outcomeOf(answer: ApiAnswer): Pick<CallRecord, 'response'> {
  if (answer.kind === 'json')
    return { response: withoutSecrets(readExactly(answer.text) as Record<string, unknown>) };
  if (answer.kind === 'bytes') return { response: `${answer.bytes.length} bytes of ${answer.contentType}` };
  return {};
}

function send(reply: FastifyReply, path: string, answer: ApiAnswer): FastifyReply {
  if (answer.kind === 'bytes') {
    return reply
      .header('content-disposition', `attachment; filename="${answer.filename}"`)
      .type(answer.contentType)
      .send(answer.bytes);
  }
  if (answer.kind === 'noSuchApi') throw new Error(`${path} leads to an API that does not exist`);
  const type = path.startsWith('/cgi-bin/media/') ? MEDIA_JSON_TYPE : JSON_TYPE;
  return reply.header('content-type', type).send(Buffer.from(answer.text));
}
