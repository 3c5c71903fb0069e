/** Sends a file, or the part of it that is asked for: a browser seeks in films and sounds only where it may ask for one. */
import type { FastifyReply } from 'fastify';

/** One range is answered (RFC 9110, 14.2); of several, the whole file. */
export function sendBytes(reply: FastifyReply, bytes: Buffer): FastifyReply {
  const { length: size } = bytes;
  reply.header('accept-ranges', 'bytes');
  const range = rangeOf(reply.request.headers.range ?? '', size);
  if (range === undefined) return reply.send(bytes);
  const { from, to } = range;
  if (from > to) return reply.code(416).header('content-range', `bytes */${size}`).send();
  reply.code(206).header('content-range', `bytes ${from}-${to}/${size}`);
  return reply.send(bytes.subarray(from, to + 1));
}

/** The first and the last byte; undefined where no range is asked for, or none that is one. */
function rangeOf(header: string, size: number): { from: number; to: number } | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  if (first === '') return { from: Math.max(0, size - Number(last)), to: size - 1 };
  if (last !== '' && Number(last) < Number(first)) return undefined;
  return { from: Number(first), to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
