/** What wx.requestSubscribeMessage answers, in words that a user understands, and the way out. */
import { errorCatalogue, subscribeFailCodes } from './errorCatalogue';

/** WeChat's answer for one template. */
export type SubscribeAnswer = 'accept' | 'acceptWithAudio' | 'reject' | 'ban' | 'filter';

export interface SubscribeFailure {
  /** WeChat's; absent when it refused without one, or was not asked. */
  errCode?: number;
  errMsg: string;
  /** What happened, in Chinese. */
  meaning: string;
  /** What the user or the developer can do, in Chinese. */
  wayOut: string;
  /** What helps at once: opening the settings (services/subscriptionSetting.ts), or trying again. */
  remedy?: 'openSetting' | 'retry';
}

/** What WeChat's answer for one template means to the user, in Chinese. */
export function explainAnswer(answer: SubscribeAnswer): string {
  switch (answer) {
    case 'accept':
      return '你同意了';
    case 'acceptWithAudio':
      return '你同意了，并打开了语音提醒';
    case 'reject':
      return '你没有同意';
    case 'ban':
      return '这条消息已被微信封禁，无法订阅';
    case 'filter':
      return '与另一条消息同名，微信只保留了一条，请单独订阅';
  }
}

/** What the one who holds the phone can do at once: the network came back, the switch is a tap away. */
const REMEDIES: Record<number, SubscribeFailure['remedy'] & string> = {
  10002: 'retry',
  10003: 'retry',
  10005: 'retry',
  20004: 'openSetting',
};

/** What a failed wx.requestSubscribeMessage means, and the way out. */
export function explainFailure({ errMsg, errCode }: { errMsg: string; errCode?: number }): SubscribeFailure {
  const given = errCode === undefined ? { errMsg } : { errMsg, errCode };
  const known = errorCatalogue[subscribeFailCodes[errCode ?? 0] ?? ''];
  if (errCode !== undefined && known !== undefined) {
    const remedy = REMEDIES[errCode];
    return { ...given, meaning: known[0], wayOut: known[1], ...(remedy && { remedy }) };
  }
  // Without a code: `requestSubscribeMessage:fail can only be invoked by user TAP gesture.`
  if (/TAP gesture/i.test(errMsg)) {
    return { ...given, meaning: '订阅窗口只能由点击打开', wayOut: '请再点一次按钮。', remedy: 'retry' };
  }
  return { ...given, meaning: '订阅没有成功', wayOut: `请重试。微信的回答：${errMsg}`, remedy: 'retry' };
}

/** The API is there from base library 2.4.4 on. */
export const UNSUPPORTED: SubscribeFailure = {
  errMsg: 'requestSubscribeMessage: not there',
  meaning: '当前微信版本不支持订阅消息',
  wayOut: '请更新微信后再试。',
};
