/** The HTTP access service (HTTP 访问服务): calls the function that a path leads to. */

import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { HttpAccessRoute } from '../../contract';
import type { Store } from '../../state/store';
import type { Catalogue } from '../catalogue';
import type { Invoker } from '../invoker';
import type { CallFailure } from '../outcome';
import { MAX_EVENT_BYTES } from '../outcome';
import { type HttpAnswer, httpAnswer } from './answer';
import { type HttpRequest, httpEvent, isText } from './event';

/** An error of the service: answered as `{ code, message, requestId }`. */
export interface ServiceError {
  statusCode: number;
  code: string;
  message: string;
}

export type HttpOutcome = { requestId: string } & ({ answer: HttpAnswer } | { error: ServiceError });

export interface HttpAccess {
  routes(): HttpAccessRoute[];
  replaceRoutes(routes: HttpAccessRoute[]): void;
  /** @param request its path begins after `/http` */
  call(request: HttpRequest): Promise<HttpOutcome>;
}

export interface HttpAccessParts {
  store: Store;
  catalogue: Catalogue;
  invoker: Invoker;
  envId: string;
}

/** 云函数请求体: 文本类型 100KB, 其他类型 6MB: https://docs.cloudbase.net/error-code/service/EXCEED_MAX_PAYLOAD_SIZE */
const MAX_TEXT_BYTES = 100 * 1024;

/** Codes: https://docs.cloudbase.net/http-api/functions */
const ERRORS: Record<CallFailure['code'], { statusCode: number; code: string }> = {
  FUNCTION_NOT_FOUND: { statusCode: 404, code: 'FUNCTION_NOT_FOUND' },
  EXCEED_MAX_PAYLOAD_SIZE: { statusCode: 413, code: 'EXCEED_MAX_PAYLOAD_SIZE' },
  FUNCTIONS_EXECUTE_FAIL: { statusCode: 500, code: 'FUNCTION_INVOCATION_FAILED' },
  RESPONSE_TOO_LARGE: { statusCode: 500, code: 'FUNCTION_INVOCATION_FAILED' },
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: { statusCode: 500, code: 'FUNCTION_MEMORY_LIMIT_EXCEEDED' },
  FUNCTIONS_TIME_LIMIT_EXCEEDED: { statusCode: 504, code: 'FUNCTION_TIME_LIMIT_EXCEEDED' },
};

export function createHttpAccess({ store, catalogue, invoker, envId }: HttpAccessParts): HttpAccess {
  const table = store.table<HttpAccessRoute[]>('httpAccess', {
    remembered: true,
    shape: v.array(v.object({ path: v.string(), functionName: v.string() })),
  });
  const routes = () => table.get('routes') ?? [];

  /** The longest path that leads to a function; without one, the function of that name. */
  const routeOf = (path: string): HttpAccessRoute | undefined => {
    const [longest] = routes()
      .filter((route) => isBelow(path, route.path))
      .sort((a, b) => b.path.length - a.path.length);
    if (longest !== undefined) return longest;
    const [, functionName = ''] = path.split('/');
    return catalogue.names().includes(functionName) ? { path: `/${functionName}`, functionName } : undefined;
  };

  return {
    routes,
    replaceRoutes: (replaced) => table.put('routes', replaced),
    async call(request) {
      const requestId = randomUUID();
      const refuse = (error: ServiceError): HttpOutcome => ({ requestId, error });
      const route = routeOf(request.path);
      if (route === undefined) return refuse(invalidPath(request.path));
      const { body } = request;
      if (body.length > MAX_TEXT_BYTES && isText(request))
        return refuse(tooLarge(body.length, MAX_TEXT_BYTES));
      const path = request.path.slice(route.path === '/' ? 0 : route.path.length) || '/';
      const event = httpEvent({ ...request, path }, requestId, envId);
      // Nothing of WeChat's calls, so there is no SOURCE and no OPENID.
      const outcome = await invoker.invoke(route.functionName, event, { source: '' });
      if (!outcome.ok) return refuse({ ...ERRORS[outcome.failure.code], message: outcome.failure.message });
      try {
        return { requestId, answer: httpAnswer(JSON.parse(outcome.result)) };
      } catch (error) {
        const { message } = error as Error;
        return refuse({
          ...ERRORS.FUNCTIONS_EXECUTE_FAIL,
          message: `The function's response is wrong: ${message}`,
        });
      }
    },
  };
}

const isBelow = (path: string, parent: string) =>
  parent === '/' || path === parent || path.startsWith(`${parent}/`);

/** https://docs.cloudbase.net/error-code/service/INVALID_PATH */
const invalidPath = (path: string): ServiceError => ({
  statusCode: 404,
  code: 'INVALID_PATH',
  message: `Invalid path: no function is mapped to ${path.slice(0, 200)}, and none has that name`,
});

export const tooLarge = (bytes: number | undefined, limit = MAX_EVENT_BYTES): ServiceError => ({
  statusCode: 413,
  code: 'EXCEED_MAX_PAYLOAD_SIZE',
  message: `Request body size exceeds the limit: ${bytes === undefined ? '' : `${bytes} bytes, `}at most ${limit} (text 100KB, others 6MB)`,
});
