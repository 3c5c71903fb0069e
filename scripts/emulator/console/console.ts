/** Serves the console: the developer's page about all that happens in the emulator. */
import type { FastifyInstance } from 'fastify';
import { browserCode } from '../browserCode';
import { consoleHtml, SECURITY_HEADERS } from './document';
import { CONSOLE_ENTRY_POINTS } from './entryPoints';

export interface ConsoleOptions {
  /** Whether the emulator has a phone to link to; without one `/` leads to the console. */
  hasPhone: boolean;
}

/** Serves `/console/`. */
export function registerConsole(app: FastifyInstance, { hasPhone }: ConsoleOptions): void {
  const code = browserCode(CONSOLE_ENTRY_POINTS);
  const files: Record<string, { type: string; body: () => Promise<string> }> = {
    '/console/': {
      type: 'text/html',
      async body() {
        // Begun while the browser reads the document, which asks for both next and is then told of a failure.
        setImmediate(() => code.prepare().catch(() => undefined));
        return consoleHtml({ hasPhone });
      },
    },
    '/console/console.js': { type: 'text/javascript', body: () => code.file('console.js') },
    '/console/console.css': { type: 'text/css', body: () => code.file('console.css') },
  };
  for (const [url, { type, body }] of Object.entries(files)) {
    app.get(url, async (_, reply) =>
      reply
        .headers(SECURITY_HEADERS)
        .type(`${type}; charset=utf-8`)
        .send(await body()),
    );
  }
  const elsewhere = hasPhone ? ['/console'] : ['/console', '/'];
  for (const address of elsewhere) app.get(address, (_, reply) => reply.redirect('/console/'));
}
