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

export async function readSetting(): Promise<SubscriptionSetting> {
  const { subscriptionsSetting } = await wx.getSetting({ withSubscriptions: true });
  return parseSetting(subscriptionsSetting);
}

/**
 * Opens WeChat's own settings of this mini-program, the only place where the user can change them. Call it in a
 * tap handler (WeChat's documentation: api/open-api/setting/wx.openSetting).
 *
 * @returns what stands after it was closed
 */
export async function openSetting(): Promise<SubscriptionSetting> {
  await wx.openSetting({ withSubscriptions: true });
  return readSetting();
}

const KEPT_CHOICES: readonly unknown[] = ['accept', 'reject', 'ban'];

/**
 * Reads `subscriptionsSetting`: `itemSettings` first, then the templates that older clients give beside
 * `mainSwitch` (WeChat's community, article 00006c837bcf68ef2b0a0b7745b813).
 */
export function parseSetting(subscriptionsSetting: unknown): SubscriptionSetting {
  if (typeof subscriptionsSetting !== 'object' || subscriptionsSetting === null) return UNKNOWN_SETTING;
  const { mainSwitch = true, itemSettings, ...topLevel } = subscriptionsSetting as Record<string, unknown>;
  const entries = Object.entries({ ...topLevel, ...(itemSettings as Record<string, unknown> | undefined) });
  const kept = entries.filter(([, choice]) => KEPT_CHOICES.includes(choice));
  return {
    known: true,
    mainSwitch: mainSwitch !== false,
    kept: Object.fromEntries(kept) as Record<string, KeptChoice>,
  };
}
