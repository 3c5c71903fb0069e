/** Texts that the browser may keep, with what it has compiled of them, and asks each time whether they are the same. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SECURITY_HEADERS } from './documents';

export interface KeptText {
  /** Its `content-type`. */
  type: string;
  text(): Promise<string>;
}

interface Sent {
  text: string;
  bytes: Buffer;
  etag: string;
}

/** Answers requests for one address. */
export function serveKept({ type, text }: KeptText) {
  let last: Sent | undefined;
  const current = async (): Promise<Sent> => {
    const now = await text();
    if (last?.text !== now) {
      const bytes = Buffer.from(now);
      last = { text: now, bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url')}"` };
    }
    return last;
  };
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { bytes, etag } = await current();
    reply.headers({ ...SECURITY_HEADERS, 'cache-control': 'no-cache', etag });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type(`${type}; charset=utf-8`).send(bytes);
  };
}
