/** The subscription part of `wx.getSetting`, and the user's switches on WeChat's settings page. */
import type { KeptChoice, Setting, SettingChange } from '../../contract';
import type { Journal } from '../../journal/journal';
import { Refusal } from '../../refusal/refusal';
import type { Store } from '../../state/store';
import type { MiniProgramKeeper } from '../miniProgram';
import type { PushDelivery } from '../push/delivery';
import { changeEvent } from '../push/messages';
import type { Templates } from '../templates/templates';
import type { Subscriptions } from './subscriptions';

export interface SubscriptionSettings {
  /** @param withSubscriptions as in `wx.getSetting`; without it `subscriptionsSetting` is absent */
  get(openid: string, withSubscriptions: boolean): Setting;
  /**
   * Turns switches; pushes the change event for those that now reject (WeChat pushes only these).
   * @throws {Refusal} 404 UNKNOWN_TEMPLATE
   */
  change(openid: string, change: SettingChange): void;
}

interface Parts {
  store: Store;
  journal: Journal;
  miniProgram: MiniProgramKeeper;
  templates: Templates;
  subscriptions: Subscriptions;
  push: PushDelivery;
}

export function createSubscriptionSettings(parts: Parts): SubscriptionSettings {
  const { store, journal, miniProgram, templates, subscriptions, push } = parts;

  /** Only choices that the user keeps are listed (WeChat's documentation of SubscriptionsSetting). */
  function itemSettings(openid: string): Record<string, KeptChoice> | undefined {
    const items = templates.list().flatMap(({ tmplId, banned }) => {
      const { kept } = subscriptions.get(openid, tmplId);
      if (kept === undefined) return [];
      const status: KeptChoice = banned ? 'ban' : kept === 'reject' ? 'reject' : 'accept';
      return [[tmplId, status] as const];
    });
    return items.length === 0 ? undefined : Object.fromEntries(items);
  }

  return {
    get(openid, withSubscriptions) {
      const setting: Setting = { errMsg: 'getSetting:ok', authSetting: {} };
      if (!withSubscriptions) return setting;
      const items = itemSettings(openid);
      const place = miniProgram.get().keptTemplatesAt;
      return {
        ...setting,
        subscriptionsSetting: {
          ...(place !== 'itemSettings' && items),
          mainSwitch: subscriptions.mainSwitch(openid),
          ...(place !== 'topLevel' && items && { itemSettings: items }),
        },
      };
    },

    change(openid, { mainSwitch, itemSettings: items = {} }) {
      const changes = Object.entries(items).map(([tmplId, choice]) => {
        const template = templates.find(tmplId);
        if (template === undefined) {
          throw new Refusal(404, 'UNKNOWN_TEMPLATE', `no template has the id ${tmplId.slice(0, 64)}`);
        }
        return { template, choice };
      });
      const rejected = changes
        .filter(({ template, choice }) => {
          return choice === 'reject' && subscriptions.get(openid, template.tmplId).kept !== 'reject';
        })
        .map(({ template }) => template.tmplId);

      store.transaction(() => {
        if (mainSwitch !== undefined) subscriptions.setMainSwitch(openid, mainSwitch);
        for (const { template, choice } of changes) {
          subscriptions.keep(openid, template.tmplId, choice);
          // A switch that is turned on opens a long-term template; a one-time template needs a request.
          if (choice === 'accept' && template.type === 3) subscriptions.accept(openid, template);
        }
      });

      journal.announce({ type: 'setting', openid });
      if (rejected.length > 0) push.deliver(openid, changeEvent(rejected));
    },
  };
}
