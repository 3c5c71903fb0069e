/** How an operation of the database ends: by a promise, or by callbacks where there is one. */
import { settle } from '../call';
import type { CloudError } from '../cloud/failure';

export interface Callbacks {
  success?(result: object): void;
  fail?(error: CloudError): void;
  complete?(outcome: object): void;
}

/**
 * @param name as in `errMsg`: `collection.get`
 * @returns undefined when `options` has a callback
 */
export function outcomeOf<R extends object>(
  name: string,
  options: Callbacks | undefined,
  run: () => Promise<R>,
): Promise<R & { errMsg: string }> | undefined {
  return settle<R, CloudError>(name, attempt(name, run), options ?? {});
}

async function attempt<R extends object>(
  name: string,
  run: () => Promise<R>,
): Promise<R & { errMsg: string }> {
  try {
    return { ...(await run()), errMsg: `${name}:ok` };
  } catch (error) {
    throw asCloudError(error, name);
  }
}

/** What the SDK itself refuses has no number of WeChat's; wx-server-sdk spells it so (toSDKError). */
export function asCloudError(error: unknown, name: string): CloudError {
  if (error instanceof Error && 'errMsg' in error) return error as CloudError;
  const errMsg = `${name}:fail ${error instanceof Error ? error.message : String(error)}`;
  return Object.assign(new Error(errMsg), { errCode: -1, errMsg });
}

/** @throws Error when an operation that needs `data` was given none */
export function demandData(options: { data?: unknown } | undefined): object {
  const data = options?.data;
  if (typeof data !== 'object' || data === null) {
    throw new Error(`parameter.data should be object instead of ${data === null ? 'null' : typeof data};`);
  }
  return data;
}
