/** `wx.requestSubscribeMessage` (WeChat's documentation: api/open-api/subscribe-message). */
import type { SubscribeFailure, SubscribeSuccess } from '../../../../contract';
import { EmulatorError } from '../../emulatorClient';
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';
import { onlyInTap } from './tap';

/** WeChat's code and words when the network fails before the panel, and after it. */
const LIST_FAILED = new WxFailure('Request list fail', { errCode: 10002 });
const SUBSCRIBE_FAILED = new WxFailure('Request subscribe fail', { errCode: 10003 });

export function subscribeApi({ host, gesture, connection: { client } }: WxParts) {
  const { openid } = host;
  let isUnderWay = false;

  const subscribe = async (tmplIds: string[]) => {
    const panel = await client.subscribePanel(openid, tmplIds).catch((error) => refuse(error, LIST_FAILED));
    const decision = panel.show
      ? await host.askToSubscribe(panel.rows, panel.alwaysKeepOffered)
      : { choices: {}, alwaysKeep: false };
    const answer = await client
      .subscribe(openid, { tmplIds, ...decision })
      .catch((error) => refuse(error, SUBSCRIBE_FAILED));
    if (isFailure(answer)) throw new WxFailure(reasonOf(answer.errMsg), { errCode: answer.errCode });
    return answer;
  };

  return {
    requestSubscribeMessage: wxCall('requestSubscribeMessage', async ({ tmplIds }: { tmplIds: string[] }) => {
      onlyInTap(gesture);
      // Seen by developers whose users tap twice.
      if (isUnderWay) throw new WxFailure('last call has not ended');
      isUnderWay = true;
      try {
        return await subscribe(tmplIds);
      } finally {
        isUnderWay = false;
      }
    }),
  };
}

/** A refusal keeps its code; no answer at all is WeChat's network failure. */
function refuse(error: unknown, networkFailure: WxFailure): never {
  if (!(error instanceof EmulatorError) || error.code === 'UNREACHABLE') throw networkFailure;
  throw new WxFailure(reasonOf(error.message), { errCode: error.errCode });
}

const reasonOf = (errMsg: string) => errMsg.replace(/^requestSubscribeMessage:fail\s*/, '');

const isFailure = (answer: SubscribeSuccess | SubscribeFailure): answer is SubscribeFailure =>
  typeof answer.errCode === 'number';
