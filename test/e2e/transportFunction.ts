/**
 * A function that a test deploys: makes calls of shared/wechat through shared/transport, one after the other, and says
 * what came of each.
 */
import { failureOf } from '../../cloudfunctions/shared/platform/result';
import { wechat } from '../../cloudfunctions/shared/transport/wechat';
import {
  sendCustomerServiceMessage,
  setTyping,
} from '../../cloudfunctions/shared/wechat/customerServiceMessage';
import { getTempMedia, uploadTempMedia } from '../../cloudfunctions/shared/wechat/media';
import { sendSubscribeMessage } from '../../cloudfunctions/shared/wechat/subscribeMessage';
import { sendUniformMessage } from '../../cloudfunctions/shared/wechat/uniformMessage';
import { WechatError } from '../../cloudfunctions/shared/wechat/wechatError';

type Rest<F> = F extends (transport: never, ...rest: infer R) => unknown ? R : never;

export type Call =
  | { do: 'subscribe'; with: Rest<typeof sendSubscribeMessage> }
  | { do: 'uniform'; with: Rest<typeof sendUniformMessage> }
  | { do: 'reply'; with: Rest<typeof sendCustomerServiceMessage> }
  | { do: 'typing'; with: Rest<typeof setTyping> }
  | { do: 'upload'; base64: string; contentType: string; fileName?: string }
  | { do: 'download'; with: Rest<typeof getTempMedia> };

export type Outcome =
  | { value: unknown }
  | { error: ReturnType<typeof failureOf>; outcome: WechatError['outcome'] | undefined };

interface Event {
  calls?: Call[];
  /** Of a call through the HTTP access service. */
  body?: string;
}

export async function main(event: Event): Promise<Outcome[]> {
  const { calls = [] }: Event = event.body === undefined ? event : JSON.parse(event.body);
  const outcomes: Outcome[] = [];
  for (const call of calls) outcomes.push(await outcomeOf(call));
  return outcomes;
}

async function outcomeOf(call: Call): Promise<Outcome> {
  try {
    return { value: (await carryOut(call)) ?? null };
  } catch (error) {
    return { error: failureOf(error), outcome: error instanceof WechatError ? error.outcome : undefined };
  }
}

async function carryOut(call: Call): Promise<unknown> {
  switch (call.do) {
    case 'subscribe':
      return sendSubscribeMessage(wechat, ...call.with);
    case 'uniform':
      return sendUniformMessage(wechat, ...call.with);
    case 'reply':
      return sendCustomerServiceMessage(wechat, ...call.with);
    case 'typing':
      return setTyping(wechat, ...call.with);
    case 'upload': {
      const { base64, contentType, fileName } = call;
      const name = fileName === undefined ? {} : { fileName };
      return uploadTempMedia(wechat, { contentType, bytes: Buffer.from(base64, 'base64'), ...name });
    }
    case 'download': {
      const { contentType, bytes } = await getTempMedia(wechat, ...call.with);
      return { contentType, base64: bytes.toString('base64') };
    }
  }
}
