/** What esbuild finds wrong with a file, as the phone shows it. */
import type { TransformFailure } from 'esbuild';
import type { SourceError } from '../program';

/**
 * @param error what esbuild's `transform` threw
 * @throws error itself, when it is something else
 */
export function syntaxErrors(file: string, error: unknown): SourceError[] {
  if (!isTransformFailure(error)) throw error;
  return error.errors.map(({ text, location }) =>
    location === null
      ? { file, message: text }
      : {
          file,
          line: location.line,
          column: location.column + 1,
          message: text,
          excerpt: location.lineText,
        },
  );
}

const isTransformFailure = (error: unknown): error is TransformFailure =>
  typeof error === 'object' && error !== null && 'errors' in error;
