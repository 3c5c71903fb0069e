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
  const subscribeMessage = createSubscribeMessageApis(parts);
  const uniformMessage = createUniformMessageApis(parts);
  const customerServiceMessage = createCustomerServiceMessageApis(parts);

  const apis = new Map<string, Api>([
    ['subscribeMessage.send', subscribeMessage.send],
    ['uniformMessage.send', uniformMessage.send],
    ['customerServiceMessage.send', customerServiceMessage.send],
    ['customerServiceMessage.setTyping', customerServiceMessage.setTyping],
  ]);

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
