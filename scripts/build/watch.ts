/** Builds each function again when a file that it is made of changes. */
import { join } from 'node:path';
import { type BuildFailure, type BuildResult, context } from 'esbuild';
import { bundleOptions, deployedFiles, writeBundle } from './bundle';
import { listFunctions } from './functions';

export interface WatchListener {
  rebuilt(name: string): void;
  failed(name: string, failure: Pick<BuildFailure, 'errors'>): void;
}

/** @returns a function that stops watching */
export async function watchFunctions(
  sources: string,
  outDir: string,
  listener: WatchListener,
): Promise<() => Promise<void>> {
  const contexts = await Promise.all(
    listFunctions(sources).map((name) => watchFunction(name, sources, outDir, listener)),
  );
  return async () => {
    await Promise.all(contexts.map((each) => each.dispose()));
  };
}

async function watchFunction(name: string, sources: string, outDir: string, listener: WatchListener) {
  const folder = join(sources, name);
  const take = (result: BuildResult) => {
    const code = result.outputFiles?.[0]?.contents;
    if (result.errors.length > 0 || code === undefined) return listener.failed(name, result);
    writeBundle(outDir, { name, files: deployedFiles(name, folder, code) });
    listener.rebuilt(name);
  };
  const watching = await context({
    ...bundleOptions(folder),
    plugins: [{ name: 'take', setup: (build) => build.onEnd(take) }],
  });
  await watching.watch();
  return watching;
}
