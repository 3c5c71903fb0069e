/** What the user has set for this mini-program's subscription messages: wx.getSetting, in every shape of it. */

export interface SubscriptionSetting {
  /** Whether WeChat says it at all: a base library before 2.10.1 does not. The rest is a guess without. */
  known: boolean;
  /** Off: nothing can be subscribed to, nothing arrives. */
  mainSwitch: boolean;
  /** By template: choices that the user keeps, and bans. One that he is asked for each time is not here. */
  kept: Record<string, KeptChoice>;
}

export type KeptChoice = 'accept' | 'reject' | 'ban';

/** Before anything is known: nothing is said to be off. */
export const UNKNOWN_SETTING: SubscriptionSetting = { known: false, mainSwitch: true, kept: {} };

// With callbacks: before base library 2.10.2 these calls give no promise (WeChat's documentation: framework/app-service/api).

/** @throws what wx.getSetting fails with */
export function readSetting(): Promise<SubscriptionSetting> {
  return new Promise((resolve, reject) => {
    wx.getSetting({
      withSubscriptions: true,
      success: ({ subscriptionsSetting }) => resolve(parseSetting(subscriptionsSetting)),
      fail: reject,
    });
  });
}

/**
 * Opens WeChat's own settings of this mini-program, the only place where the user can change them. Call it in a
 * tap handler (WeChat's documentation: api/open-api/setting/wx.openSetting).
 *
 * @returns what stands after it was closed
 * @throws what wx.openSetting or wx.getSetting fails with
 */
export function openSetting(): Promise<SubscriptionSetting> {
  return new Promise((resolve, reject) => {
    wx.openSetting({ withSubscriptions: true, success: () => resolve(readSetting()), fail: reject });
  });
}

const KEPT_CHOICES: readonly unknown[] = ['accept', 'reject', 'ban'];

/**
 * Reads `subscriptionsSetting`: `itemSettings` first, then the templates that older clients give beside
 * `mainSwitch` (WeChat's community, article 00006c837bcf68ef2b0a0b7745b813).
 */
export function parseSetting(subscriptionsSetting: unknown): SubscriptionSetting {
  if (typeof subscriptionsSetting !== 'object' || subscriptionsSetting === null) return UNKNOWN_SETTING;
  const { mainSwitch = true, itemSettings, ...topLevel } = subscriptionsSetting as Record<string, unknown>;
  const given = { ...topLevel, ...(itemSettings as Record<string, unknown> | undefined) };
  const kept: Record<string, KeptChoice> = {};
  for (const [tmplId, choice] of Object.entries(given)) {
    if (isKeptChoice(choice)) kept[tmplId] = choice;
  }
  return { known: true, mainSwitch: mainSwitch !== false, kept };
}

const isKeptChoice = (choice: unknown): choice is KeptChoice => KEPT_CHOICES.includes(choice);
