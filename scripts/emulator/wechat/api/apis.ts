/** The registry of WeChat's APIs: what exists, by the name that cloud calls use. */
import type { Clock } from '../../state/clock';
import { type ApiAnswer, failure } from './answer';
import type { Api } from './api';
import type { ApiArguments } from './arguments';
import { type CustomerServiceMessageParts, createCustomerServiceMessageApis } from './customerServiceMessage';
import { ApiError } from './errors';
import { createSubscribeMessageApis, type SubscribeMessageParts } from './subscribeMessage';
import { createUniformMessageApis, type UniformMessageParts } from './uniformMessage';

/** Calls an API by its name, such as `subscribeMessage.send`; the door has checked the caller's permission. */
export type CallApi = (apiName: string, args: ApiArguments) => ApiAnswer;

type Parts = { clock: Clock } & SubscribeMessageParts & UniformMessageParts & CustomerServiceMessageParts;

export function createApis(parts: Parts): CallApi {
  const apis = new Map<string, Api>(
    Object.entries({
      ...createSubscribeMessageApis(parts),
      ...createUniformMessageApis(parts),
      ...createCustomerServiceMessageApis(parts),
    }),
  );

  return (apiName, args) => {
    const api = apis.get(apiName);
    if (api === undefined) return { kind: 'noSuchApi' };
    try {
      return api(args);
    } catch (error) {
      if (error instanceof ApiError) return failure(error, parts.clock.now());
      throw error;
    }
  };
}
