/** wx.requestSubscribeMessage and wx.getSetting with typed results, and what each answer means. */

/** WeChat's answer for one template. */
export type SubscribeAnswer = 'accept' | 'acceptWithAudio' | 'reject' | 'ban' | 'filter';

export type SubscribeResult =
  | { ok: true; answers: Record<string, SubscribeAnswer> }
  | { ok: false; failure: SubscribeFailure };

export interface SubscribeFailure {
  /** WeChat's; absent when it refused without one. */
  errCode?: number;
  errMsg: string;
  /** What happened, in Chinese. */
  meaning: string;
  /** What the user or the developer can do, in Chinese. */
  wayOut: string;
  /** What helps at once: opening the settings, or trying again. */
  remedy?: 'openSetting' | 'retry';
}

/**
 * Asks the user to subscribe.
 *
 * Call it in a tap handler before anything else: after an `await` or a timer the tap is over, and WeChat refuses.
 *
 * @param tmplIds of one kind, one-time or long-term; at most `settings.templatesPerRequest`
 */
export function subscribe(tmplIds: string[]): Promise<SubscribeResult> {
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds,
      success: (result) => resolve({ ok: true, answers: readAnswers(result, tmplIds) }),
      fail: (failure) => resolve({ ok: false, failure: explainFailure(failure) }),
    });
  });
}

const ANSWERS: readonly string[] = ['accept', 'acceptWithAudio', 'reject', 'ban', 'filter'];

function readAnswers(result: object, tmplIds: string[]): Record<string, SubscribeAnswer> {
  const given = Object.entries(result).filter(
    ([tmplId, answer]) => tmplIds.includes(tmplId) && ANSWERS.includes(answer),
  );
  return Object.fromEntries(given) as Record<string, SubscribeAnswer>;
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

type Explanation = Pick<SubscribeFailure, 'meaning' | 'wayOut' | 'remedy'>;

/** By errCode (WeChat's documentation: api/open-api/subscribe-message/wx.requestSubscribeMessage). */
const FAILURES: Record<number, Explanation> = {
  10001: { meaning: '没有指定要订阅的消息', wayOut: '请至少勾选一条。' },
  10002: { meaning: '没能取到消息列表', wayOut: '请检查网络，然后重试。', remedy: 'retry' },
  10003: { meaning: '订阅没有提交成功', wayOut: '请检查网络，然后重试。', remedy: 'retry' },
  10004: { meaning: '模板 ID 的格式不对', wayOut: '请开发者检查传入的模板 ID。' },
  10005: { meaning: '小程序不在前台，无法弹出订阅窗口', wayOut: '请回到小程序再试。', remedy: 'retry' },
  20001: { meaning: '有消息模板不存在', wayOut: '请开发者确认模板 ID 属于这个小程序。' },
  20002: { meaning: '一次性订阅和长期订阅不能一起', wayOut: '请分开勾选。' },
  20003: { meaning: '一次勾选得太多', wayOut: '请少选几条再试。' },
  20004: {
    meaning: '你关闭了订阅消息',
    wayOut: '在设置里打开「接收订阅消息」后再试。',
    remedy: 'openSetting',
  },
  20005: { meaning: '这个小程序被禁止使用订阅消息', wayOut: '请开发者到微信公众平台查看原因。' },
};

/** What a failed wx.requestSubscribeMessage means, and the way out. */
export function explainFailure({ errMsg, errCode }: { errMsg: string; errCode?: number }): SubscribeFailure {
  if (errCode !== undefined && FAILURES[errCode]) return { errCode, errMsg, ...FAILURES[errCode] };
  if (/TAP gesture/i.test(errMsg)) {
    return { errMsg, meaning: '订阅窗口只能由点击打开', wayOut: '请再点一次按钮。', remedy: 'retry' };
  }
  const code = errCode === undefined ? {} : { errCode };
  return {
    ...code,
    errMsg,
    meaning: '订阅没有成功',
    wayOut: `请重试。微信的回答：${errMsg}`,
    remedy: 'retry',
  };
}

/** What the user has set for this mini-program's subscription messages. */
export interface SubscriptionSetting {
  /** Off: nothing can be subscribed to, nothing arrives. */
  mainSwitch: boolean;
  /** By template: choices that the user keeps, and bans. */
  kept: Record<string, KeptChoice>;
}

export type KeptChoice = 'accept' | 'reject' | 'ban';

export async function readSetting(): Promise<SubscriptionSetting> {
  const { subscriptionsSetting } = await wx.getSetting({ withSubscriptions: true });
  return parseSetting(subscriptionsSetting);
}

const KEPT_CHOICES: readonly unknown[] = ['accept', 'reject', 'ban'];

/**
 * Reads `subscriptionsSetting`: `itemSettings` first, then the templates that older clients give beside
 * `mainSwitch` (WeChat's community, article 00006c837bcf68ef2b0a0b7745b813).
 */
export function parseSetting(subscriptionsSetting: unknown): SubscriptionSetting {
  const {
    mainSwitch = true,
    itemSettings,
    ...topLevel
  } = (subscriptionsSetting ?? {}) as Record<string, unknown>;
  const entries = Object.entries({ ...topLevel, ...(itemSettings as Record<string, unknown> | undefined) });
  const kept = entries.filter(([, choice]) => KEPT_CHOICES.includes(choice));
  return { mainSwitch: mainSwitch !== false, kept: Object.fromEntries(kept) as Record<string, KeptChoice> };
}
