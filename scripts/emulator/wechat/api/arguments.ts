/** The arguments of an API call, as both doors hand them over. */
import * as v from 'valibot';
import { ApiError, WECHAT_ERRORS } from './errors';

/** One top-level argument: JSON text, or the bytes of a media file with their type and name. */
export interface ApiArgument {
  value: Buffer;
  contentType?: string | undefined;
  filename?: string | undefined;
}

/** By name, in WeChat's spelling: `template_id`. */
export type ApiArguments = ReadonlyMap<string, ApiArgument>;

/**
 * The arguments read as JSON and parsed.
 *
 * WeChat answers a wrong value with the code of the argument, not with a schema's complaint, so schemas
 * here turn what does not fit into something that the API then refuses (`v.fallback`).
 *
 * @throws {ApiError} 47001 when an argument is not JSON
 */
export function readArguments<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  args: ApiArguments,
): v.InferOutput<TSchema> {
  const values = Object.fromEntries([...args].map(([name, { value }]) => [name, readJson(value)]));
  return v.parse(schema, values);
}

/** The arguments as a person reads them in the call log: media by its size. */
export const readableArguments = (args: ApiArguments): Record<string, unknown> =>
  Object.fromEntries([...args].map(([name, argument]) => [name, readableArgument(argument)]));

function readableArgument({ value, contentType, filename }: ApiArgument): unknown {
  if (contentType !== undefined) {
    return `${value.length} bytes of ${contentType}${filename ? ` (${filename})` : ''}`;
  }
  try {
    return JSON.parse(value.toString());
  } catch {
    return value.toString();
  }
}

function readJson(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    throw new ApiError(WECHAT_ERRORS.dataFormatError);
  }
}
