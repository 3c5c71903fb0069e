/** Serves the phone: WeChat's screens and a mini-program's pages, in the browser. */
import type { FastifyInstance } from 'fastify';
import { browserCode } from '../browserCode';
import { sendBytes } from '../http/sendBytes';
import { once } from '../once';
import { readAsset, readPackagedAsset } from './assets';
import { openCompilerThread } from './compiler/openThread';
import { findPackages } from './compiler/packages';
import { readApp } from './compiler/project';
import { openSource, SourceFailure } from './compiler/source';
import { MINI_PROGRAM_HTML, PHONE_HTML, SECURITY_HEADERS } from './documents';
import { PHONE_ENTRY_POINTS } from './entryPoints';
import { findMiniProgram } from './folder';
import { type KeptText, serveKept } from './keptByBrowser';
import { watchFolder } from './watch';

export interface PhoneOptions {
  /** Folder of the mini-program: where app.json lies, or a project.config.json that names that folder. */
  miniprogram: string;
  /** Called when the mini-program's source has changed; the phone then fetches it anew. */
  onRebuilt(): void;
}

export interface Phone {
  /** The pages of app.json, as it was when it could last be read; WeChat refuses others with 41030. */
  pages(): string[];
  close(): Promise<void>;
}

/**
 * Serves `/phone/`. The phone's own code and the mini-program are compiled once the server listens, so that neither
 * delays the emulator, and both are there when a browser asks.
 *
 * A mistake in the mini-program's source is shown on the phone; it is no error here.
 *
 * @throws Error with what to do, when the folder or its app.json is missing
 */
export async function registerPhone(app: FastifyInstance, options: PhoneOptions): Promise<Phone> {
  const folder = findMiniProgram(options.miniprogram);
  const source = openSource(folder);
  const compiler = openCompilerThread(folder);
  let pages = await readPages([]);
  let program = once(compileForPhone);
  let packages = once(() => findPackages(folder));

  async function readPages(last: string[]): Promise<string[]> {
    try {
      return (await readApp(source)).pages;
    } catch (error) {
      if (error instanceof SourceFailure) return last;
      throw error;
    }
  }

  /** A script in either case: one that starts the mini-program, or one that shows what is wrong with it. */
  async function compileForPhone() {
    try {
      const { code, map } = await compiler.compile();
      return { code: `${code}//# sourceMappingURL=program.js.map\n`, map };
    } catch (error) {
      const errors =
        error instanceof SourceFailure
          ? error.errors
          : [{ file: 'app.json', message: `the compiler: ${error}` }];
      return { code: `xinshi.fail(${JSON.stringify(errors)});\n`, map: '{"version":3,"sections":[]}' };
    }
  }

  const watcher = watchFolder(folder, async () => {
    program = once(compileForPhone);
    packages = once(() => findPackages(folder));
    // While the phones load their own code anew.
    void program();
    pages = await readPages(pages);
    options.onRebuilt();
  });

  const code = browserCode(PHONE_ENTRY_POINTS);
  const script = (name: string): KeptText => ({ type: 'text/javascript', text: () => code.file(name) });
  const style = (name: string): KeptText => ({ type: 'text/css', text: () => code.file(name) });
  const documents = { '/phone/': PHONE_HTML, '/phone/miniprogram/': MINI_PROGRAM_HTML };
  const texts: Record<string, KeptText> = {
    '/phone/shell.js': script('shell.js'),
    '/phone/shell.css': style('shell.css'),
    '/phone/events.js': script('events.js'),
    '/phone/miniprogram/runtime.js': script('runtime.js'),
    '/phone/miniprogram/runtime.css': style('runtime.css'),
    '/phone/miniprogram/cloudDatabase.js': script('cloudDatabase.js'),
    '/phone/miniprogram/program.js': { type: 'text/javascript', text: async () => (await program()).code },
    '/phone/miniprogram/program.js.map': {
      type: 'application/json',
      text: async () => (await program()).map,
    },
  };
  // A failure is told to the browser that asks, which compiles anew.
  const compileAhead = () => Promise.allSettled([code.prepare(), program()]);
  app.addHook('onListen', (done) => {
    setImmediate(compileAhead);
    done();
  });
  for (const [url, html] of Object.entries(documents)) {
    app.get(url, (_, reply) => reply.headers(SECURITY_HEADERS).type('text/html; charset=utf-8').send(html));
  }
  for (const [url, text] of Object.entries(texts)) app.get(url, serveKept(text));
  app.get<{ Params: { '*': string } }>('/phone/miniprogram/files/*', async (request, reply) => {
    const path = request.params['*'];
    const file = (await readAsset(folder, path)) ?? (await readPackagedAsset(await packages(), path));
    if (file === undefined) return reply.code(404).send();
    return sendBytes(reply.headers(SECURITY_HEADERS).type(file.contentType), file.bytes);
  });
  for (const address of ['/', '/phone']) app.get(address, (_, reply) => reply.redirect('/phone/'));

  return {
    pages: () => pages,
    async close() {
      watcher.close();
      await compiler.close();
    },
  };
}
