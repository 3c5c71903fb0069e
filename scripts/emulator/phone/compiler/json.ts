/** Reads a JSON file of the mini-program with a schema, and says where it is wrong. */
import { transform } from 'esbuild';
import * as v from 'valibot';
import { type Source, SourceFailure } from './source';
import { syntaxErrors } from './syntaxErrors';

/**
 * @param whenMissing the text in the place of a file that is not there; left out, the file is needed
 * @throws {SourceFailure}
 */
export async function readJson<const TSchema extends v.GenericSchema>(
  source: Source,
  file: string,
  schema: TSchema,
  whenMissing?: string,
): Promise<v.InferOutput<TSchema>> {
  const text = (await source.read(file)) ?? whenMissing;
  if (text === undefined) throw new SourceFailure([{ file, message: 'the file is missing' }]);
  const parsed = v.safeParse(schema, await parseJson(file, text), { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue);
  throw new SourceFailure([{ file, message: place === null ? issue.message : `${place}: ${issue.message}` }]);
}

async function parseJson(file: string, text: string): Promise<unknown> {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // JSON.parse does not always say where; esbuild does.
    await transform(text, { loader: 'json' }).catch((failure: unknown) => {
      throw new SourceFailure(syntaxErrors(file, failure));
    });
    throw new SourceFailure([{ file, message: error instanceof Error ? error.message : String(error) }]);
  }
}
