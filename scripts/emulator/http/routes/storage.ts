/**
 * Addresses of cloud storage: where the SDK uploads (COS's answers, in XML), temporary links, and files by their id
 * for the phone.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { parse } from '../../refusal/parse';
import { Refusal } from '../../refusal/refusal';
import type { StoredFile } from '../../storage/files';
import type { FileStorage } from '../../storage/storage';
import { isForm, readForm } from '../form';
import { sendBytes } from '../sendBytes';

/** Bytes; the emulator's own limit: a file passes through the memory of a function (256 MB by default). */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

const Signed = v.object({ sign: v.optional(v.string(), ''), t: v.optional(v.string(), '') });
const Upload = v.object({ ...Signed.entries, path: v.optional(v.string(), '') });
const FileQuery = v.object({ id: v.string() });

const EXPIRED = new Refusal(403, 'LINK_EXPIRED', 'The time of this link is over (maxAge of getTempFileURL)');
const FORGED = new Refusal(403, 'LINK_FORGED', 'This link was not given out by the emulator');

const notExists = (what: string) =>
  new Refusal(404, 'STORAGE_FILE_NONEXIST', `storage file not exists: ${what}`, -503003);

export function registerStorage(app: FastifyInstance, storage: FileStorage): void {
  const take = (request: FastifyRequest, reply: FastifyReply, bytes: Buffer) => {
    const { path, sign, t } = parse(Upload, request.query);
    const outcome = storage.upload(path, { sign, t }, bytes);
    if (outcome === 'expired') return sendCosError(reply, 403, 'AccessDenied', 'Request has expired');
    if (outcome === 'forged') {
      return sendCosError(reply, 403, 'SignatureDoesNotMatch', 'The signature is wrong');
    }
    return reply.code(204).send();
  };
  app.register(async (scope) => {
    acceptAnyBody(scope);
    scope.put('/storage', (request, reply) =>
      take(request, reply, Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)),
    );
  });
  // As SDKs before @cloudbase/node-sdk 3 upload: a form whose file is called `file`.
  app.post('/storage', async (request, reply) => {
    const parts = isForm(request) ? await readForm(request) : [];
    const file = parts.map(({ value }) => value).find((value) => Buffer.isBuffer(value));
    if (file === undefined) throw new Refusal(400, 'INVALID_REQUEST', 'The body must be a form with a file');
    return take(request, reply, file);
  });

  app.get<{ Params: { key: string } }>('/storage/:key/:name', (request, reply) => {
    const file = storage.open(request.params.key, parse(Signed, request.query));
    if (file === 'expired') throw EXPIRED;
    if (file === 'forged') throw FORGED;
    if (file === 'missing') throw notExists('it was deleted');
    return sendFile(reply, file);
  });

  app.get('/emulator/storage/file', (request, reply) => {
    const { id } = parse(FileQuery, request.query);
    const file = storage.read(id);
    if (file === undefined) throw notExists(id);
    return sendFile(reply, file);
  });
}

function sendFile(reply: FastifyReply, { contentType, bytes }: StoredFile): FastifyReply {
  reply
    .type(contentType)
    // An uploaded page is shown at the emulator's own origin, and must not use it.
    .header('content-security-policy', 'sandbox')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store');
  return sendBytes(reply, bytes);
}

/** The SDK sends the bytes as they are, with no content type. */
function acceptAnyBody(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  const asBytes = { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES } as const;
  scope.addContentTypeParser<Buffer>('*', asBytes, (_request, body, done) => done(null, body));
  scope.setErrorHandler((error: FastifyError | Refusal, _request, reply) => {
    if (error.code !== 'FST_ERR_CTP_BODY_TOO_LARGE') throw error;
    return sendCosError(reply, 413, 'EntityTooLarge', `A file may have ${MAX_FILE_BYTES} bytes`);
  });
}

/** COS's error: https://cloud.tencent.com/document/product/436/7730; the SDK reads all of these elements. */
function sendCosError(reply: FastifyReply, status: number, code: string, message: string) {
  const id = randomUUID();
  return reply
    .code(status)
    .type('application/xml')
    .send(
      `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`,
    );
}
