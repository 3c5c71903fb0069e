/** The API group `uniformMessage`: messages of an official account that the mini-program is bound to. */
import * as v from 'valibot';
import type { OfficialAccountMessage } from '../../contract';
import type { Journal } from '../../journal/journal';
import type { Store } from '../../state/store';
import type { CallQuota } from '../callQuota';
import type { MiniProgramKeeper } from '../miniProgram';
import type { OfficialAccount, OfficialAccounts } from '../officialAccounts';
import type { Users } from '../users';
import { success } from './answer';
import type { Api } from './api';
import { readArguments } from './arguments';
import { ApiError, WECHAT_ERRORS } from './errors';
import { pageExists } from './pages';

export interface UniformMessageParts {
  store: Store;
  journal: Journal;
  miniProgram: MiniProgramKeeper;
  users: Users;
  officialAccounts: OfficialAccounts;
  /** Successful sends of the day. */
  uniformSends: CallQuota;
  /** Appid of the mini-program. */
  appid: () => string;
  /** Paths of its pages (app.json); undefined when they are not known: any page will do. */
  pages: () => string[] | undefined;
}

const Text = v.fallback(v.string(), '');

const SendSchema = v.object({
  touser: Text,
  weapp_template_msg: v.nullish(v.unknown()),
  mp_template_msg: v.fallback(
    v.object({
      appid: Text,
      template_id: Text,
      url: Text,
      miniprogram: v.fallback(v.nullish(v.object({ appid: Text, pagepath: Text })), undefined),
      data: v.fallback(v.record(v.string(), v.unknown()), {}),
    }),
    { appid: '', template_id: '', url: '', miniprogram: undefined, data: {} },
  ),
});

const FieldSchema = v.fallback(
  v.object({ value: v.union([v.string(), v.number()]), color: v.exactOptional(v.string()) }),
  { value: '' },
);

export function createUniformMessageApis(parts: UniformMessageParts): { send: Api } {
  const { store, journal, miniProgram, users, officialAccounts, uniformSends } = parts;

  /** WeChat's documentation gives no order of checks: from the user to what is sent to him. */
  const send: Api = (args) => {
    if (miniProgram.get().uniformMessagesWithdrawn) throw new ApiError(WECHAT_ERRORS.apiWithdrawn);
    const { touser, weapp_template_msg, mp_template_msg } = readArguments(SendSchema, args);
    // It would be sent first; WeChat has withdrawn that kind of message (developers' reports since 2020).
    if (weapp_template_msg !== undefined && weapp_template_msg !== null) {
      throw new ApiError(WECHAT_ERRORS.apiUnsupported);
    }
    if (!isAnyonesOpenid(touser)) throw new ApiError(WECHAT_ERRORS.invalidOpenid);
    const account = boundAccount(mp_template_msg.appid);
    const message = render(account, mp_template_msg);
    const follower = account.followers.find(({ openid, officialOpenid }) => {
      return openid === touser || officialOpenid === touser;
    });
    if (follower === undefined) throw new ApiError(WECHAT_ERRORS.requireSubscribe);
    if (uniformSends.used() >= miniProgram.get().uniformMessagesPerDay) {
      throw new ApiError(WECHAT_ERRORS.dailyQuotaReached);
    }

    const sent = store.transaction(() => {
      uniformSends.use();
      return officialAccounts.addMessage({ openid: follower.openid, ...message });
    });
    journal.announce({ type: 'officialAccountMessage', message: sent });
    return success();
  };

  /** The user's openid in the mini-program or in an official account: WeChat takes both. */
  const isAnyonesOpenid = (touser: string) =>
    users.exists(touser) ||
    officialAccounts.list().some(({ followers }) => {
      return followers.some(({ officialOpenid }) => officialOpenid === touser);
    });

  function boundAccount(appid: string): OfficialAccount {
    const account = officialAccounts.list().find((candidate) => candidate.appid === appid);
    if (!account?.sameOwner || !account.boundMiniPrograms.includes(parts.appid())) {
      throw new ApiError(WECHAT_ERRORS.invalidAppid);
    }
    return account;
  }

  /** @throws {ApiError} 40037, 40013 for a mini-program that is not bound to the account, 41030 */
  function render(
    account: OfficialAccount,
    { template_id, url, miniprogram, data }: v.InferOutput<typeof SendSchema>['mp_template_msg'],
  ): Omit<OfficialAccountMessage, 'id' | 'openid' | 'receivedAt'> {
    const template = account.templates.find(({ templateId }) => templateId === template_id);
    if (template === undefined) throw new ApiError(WECHAT_ERRORS.invalidTemplateId);
    if (miniprogram) {
      if (!account.boundMiniPrograms.includes(miniprogram.appid)) {
        throw new ApiError(WECHAT_ERRORS.invalidAppid);
      }
      const knownPages = miniprogram.appid === parts.appid() ? parts.pages() : undefined;
      if (miniprogram.pagepath !== '' && !pageExists(miniprogram.pagepath, knownPages)) {
        throw new ApiError(WECHAT_ERRORS.invalidPage);
      }
    }
    return {
      account: { appid: account.appid, name: account.name },
      templateId: template.templateId,
      title: template.title,
      lines: template.fields.map(({ key, label }) => {
        const { value, color } = v.parse(FieldSchema, Object.hasOwn(data, key) ? data[key] : undefined);
        return { label, value: String(value), ...(color !== undefined && { color }) };
      }),
      ...(url !== '' && { url }),
      ...(miniprogram && { miniProgram: { appid: miniprogram.appid, pagePath: miniprogram.pagepath } }),
    };
  }

  return { send };
}
