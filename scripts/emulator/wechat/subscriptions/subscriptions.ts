/** What each user has agreed to receive: grants, kept choices, the main switch. */
import * as v from 'valibot';
import type { SubscribeChoice, Template } from '../../contract';
import type { Store } from '../../state/store';

/** One user and one template. */
export interface Subscription {
  /** One-time templates: sends that were granted and not used yet. They have no time limit. */
  grants: number;
  /** Long-term templates: accepted and not withdrawn. */
  open: boolean;
  /** 总是保持以上选择: the answer to later requests, without a panel. */
  kept?: SubscribeChoice;
}

const SubscriptionSchema = v.object({
  grants: v.number(),
  open: v.boolean(),
  kept: v.exactOptional(v.picklist(['accept', 'reject', 'acceptWithAudio'])),
}) satisfies v.GenericSchema<unknown, Subscription>;

export interface Subscriptions {
  get(openid: string, tmplId: string): Subscription;
  /** The user accepts: one more send of a one-time template; a long-term template is open from now on. */
  accept(openid: string, template: Template): void;
  /**
   * Makes the choice the answer to later requests. A kept reject withdraws: what was granted is gone, and does not
   * come back when the user accepts again on the settings page; he has to be asked anew (developers' reports:
   * blog.csdn.net/weixin_41019092/article/details/138224042, cnblogs.com/little-baby/p/18619902).
   */
  keep(openid: string, tmplId: string, choice: SubscribeChoice): void;
  /** Whether a message of this template may be sent to the user; otherwise WeChat answers 43101. */
  mayReceive(openid: string, template: Template): boolean;
  /** A message was sent: one grant of a one-time template is used up. */
  use(openid: string, template: Template): void;
  /** 接收通知, the switch above all templates; on by default. */
  mainSwitch(openid: string): boolean;
  setMainSwitch(openid: string, on: boolean): void;
  clear(): void;
}

const NONE: Subscription = { grants: 0, open: false };

export function createSubscriptions(store: Store): Subscriptions {
  const subscriptions = store.table<Subscription>('wechat.subscriptions', { shape: SubscriptionSchema });
  const mainSwitches = store.table<boolean>('wechat.mainSwitches', { shape: v.boolean() });

  const get = (openid: string, tmplId: string) => subscriptions.get([openid, tmplId]) ?? NONE;
  const change = (openid: string, tmplId: string, fields: Partial<Subscription>) =>
    subscriptions.put([openid, tmplId], { ...get(openid, tmplId), ...fields });
  const mainSwitch = (openid: string) => mainSwitches.get(openid) ?? true;

  return {
    get,
    accept(openid, { tmplId, type }) {
      change(openid, tmplId, type === 2 ? { grants: get(openid, tmplId).grants + 1 } : { open: true });
    },
    keep(openid, tmplId, choice) {
      change(openid, tmplId, choice === 'reject' ? { ...NONE, kept: choice } : { kept: choice });
    },
    mayReceive(openid, { tmplId, type, banned }) {
      if (banned || !mainSwitch(openid)) return false;
      const { grants, open, kept } = get(openid, tmplId);
      if (kept === 'reject') return false;
      return type === 2 ? grants > 0 : open;
    },
    use(openid, { tmplId, type }) {
      if (type === 2) change(openid, tmplId, { grants: get(openid, tmplId).grants - 1 });
    },
    mainSwitch,
    setMainSwitch: (openid, on) => mainSwitches.put(openid, on),
    clear() {
      subscriptions.clear();
      mainSwitches.clear();
    },
  };
}
