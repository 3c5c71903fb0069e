/** Builds all functions, or none: a function that does not compile leaves the last good build as it was. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundle, type BundleSize, bundleFunction, sizeOf, writeBundle } from './bundle';
import { listFunctions } from './functions';

export interface BuiltFunction extends BundleSize {
  name: string;
  durationMs: number;
}

/**
 * Compiles every function folder in `sources` into `outDir` and removes folders there that have no source any more.
 * @throws esbuild's BuildFailure with the place of each error; nothing has been written then
 */
export async function buildFunctions(sources: string, outDir: string): Promise<BuiltFunction[]> {
  const names = listFunctions(sources);
  const bundles = await Promise.all(names.map((name) => bundleFunction(sources, name)));
  for (const bundle of bundles) writeBundle(outDir, bundle);
  removeOthers(outDir, names);
  return bundles.map((bundle) => describe(bundle));
}

const describe = (bundle: Bundle): BuiltFunction => ({
  name: bundle.name,
  durationMs: bundle.durationMs,
  ...sizeOf(bundle),
});

function removeOthers(outDir: string, names: string[]): void {
  if (!existsSync(outDir)) return;
  for (const entry of readdirSync(outDir)) {
    if (!names.includes(entry)) rmSync(join(outDir, entry), { recursive: true });
  }
}
