/** The registry of WeChat's APIs: what exists, by the name that cloud calls use. */
import type { Clock } from '../../state/clock';
import { type ApiAnswer, failure } from './answer';
import type { Api } from './api';
import type { ApiArguments } from './arguments';
import { type CustomerServiceMessageParts, createCustomerServiceMessageApis } from './customerServiceMessage';
import { ApiError } from './errors';
import { createMessageTemplateApis, type MessageTemplateParts } from './messageTemplates';
import { createSubscribeMessageApis, type SubscribeMessageParts } from './subscribeMessage';
import { createUniformMessageApis, type UniformMessageParts } from './uniformMessage';

/** Calls an API by its name, such as `subscribeMessage.send`; the door has checked the caller's permission. */
export type CallApi = (apiName: string, args: ApiArguments) => ApiAnswer;

type Parts = { clock: Clock } & SubscribeMessageParts &
  MessageTemplateParts &
  UniformMessageParts &
  CustomerServiceMessageParts;

export function createApis(parts: Parts): CallApi {
  const subscribeMessage = createSubscribeMessageApis(parts);
  const messageTemplates = createMessageTemplateApis(parts);
  const uniformMessage = createUniformMessageApis(parts);
  const customerServiceMessage = createCustomerServiceMessageApis(parts);

  const apis = new Map<string, Api>([
    ['subscribeMessage.send', subscribeMessage.send],
    ['subscribeMessage.getTemplateList', messageTemplates.getTemplateList],
    ['subscribeMessage.addTemplate', messageTemplates.addTemplate],
    ['subscribeMessage.deleteTemplate', messageTemplates.deleteTemplate],
    ['subscribeMessage.getCategory', messageTemplates.getCategory],
    ['subscribeMessage.getPubTemplateTitleList', messageTemplates.getPubTemplateTitleList],
    ['subscribeMessage.getPubTemplateKeyWordsById', messageTemplates.getPubTemplateKeyWordsById],
    ['uniformMessage.send', uniformMessage.send],
    ['customerServiceMessage.send', customerServiceMessage.send],
    ['customerServiceMessage.setTyping', customerServiceMessage.setTyping],
    ['customerServiceMessage.uploadTempMedia', customerServiceMessage.uploadTempMedia],
    ['customerServiceMessage.getTempMedia', customerServiceMessage.getTempMedia],
  ]);

  return (apiName, args) => {
    const api = apis.get(apiName);
    if (api === undefined) return { kind: 'noSuchApi' };
    // One write: a call that is refused half way changes nothing, and one that dies leaves nothing half done.
    return answer((given) => parts.store.transaction(() => api(given)), args, parts.clock);
  };
}

/** What an API answers; what it throws becomes WeChat's JSON. */
export function answer(api: Api, args: ApiArguments, clock: Clock): ApiAnswer {
  try {
    return api(args);
  } catch (error) {
    if (error instanceof ApiError) return failure(error, clock.now());
    throw error;
  }
}
