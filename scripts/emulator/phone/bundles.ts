/** The phone's own code for the browser, bundled by esbuild. */
import { join } from 'node:path';
import { build, type OutputFile } from 'esbuild';
import { emulatorSources } from '../../project/paths';

export interface BrowserBundles {
  shell: string;
  shellCss: string;
  runtime: string;
  runtimeCss: string;
  /** `wx.cloud.database()`: for mini-programs that use it. */
  cloudDatabase: string;
  /** The shared worker. */
  events: string;
}

export async function browserBundles(): Promise<BrowserBundles> {
  const { outputFiles } = await build({
    entryPoints: {
      shell: join(emulatorSources, 'phone/browser/shell/main.tsx'),
      runtime: join(emulatorSources, 'phone/browser/miniprogram/main.ts'),
      cloudDatabase: join(emulatorSources, 'phone/browser/miniprogram/wx/cloudDatabase/main.ts'),
      events: join(emulatorSources, 'phone/browser/eventsWorker.ts'),
    },
    outdir: 'phone',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return {
    shell: textOf(outputFiles, 'shell.js'),
    shellCss: textOf(outputFiles, 'shell.css'),
    runtime: textOf(outputFiles, 'runtime.js'),
    runtimeCss: textOf(outputFiles, 'runtime.css'),
    cloudDatabase: textOf(outputFiles, 'cloudDatabase.js'),
    events: textOf(outputFiles, 'events.js'),
  };
}

function textOf(files: OutputFile[], name: string): string {
  const file = files.find(({ path }) => path.endsWith(`/${name}`) || path.endsWith(`\\${name}`));
  if (file === undefined) throw new Error(`esbuild made no ${name}`);
  return file.text;
}
