/** Keeps other hosts and web pages of other origins out: the emulator is this machine's alone. */
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal/refusal';

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * A page from elsewhere can send requests to loopback, and with DNS rebinding under its own host name. So the
 * Host must be a loopback name, and a request that a browser made for another origin is refused, unless it
 * merely opens one of the emulator's pages. An address of the HTTP access service is none: to open it calls a function.
 * @throws {Refusal} 403 FOREIGN_HOST or FOREIGN_ORIGIN
 */
export function refuseForeign(request: FastifyRequest): void {
  const { host = '', origin } = request.headers;
  if (!LOOPBACK_HOSTS.has(host.replace(/:\d+$/, ''))) {
    throw new Refusal(
      403,
      'FOREIGN_HOST',
      `The emulator answers to loopback names only, not to ${JSON.stringify(host)}`,
    );
  }
  if (origin !== undefined && origin !== `http://${host}`) throw foreignOrigin(origin);
  const site = request.headers['sec-fetch-site'];
  const callsFunction = request.routeOptions.url?.startsWith('/http/') ?? false;
  const navigates = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  const opensPage = navigates && !callsFunction;
  if ((site === 'cross-site' || site === 'same-site') && !opensPage) throw foreignOrigin(site);
}

const foreignOrigin = (origin: string) =>
  new Refusal(403, 'FOREIGN_ORIGIN', `A page of another origin (${origin}) may not use the emulator`);
