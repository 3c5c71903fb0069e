/** The API group `subscribeMessage`. */
import * as v from 'valibot';
import type { Template, TemplateLine } from '../../contract';
import type { Journal } from '../../journal/journal';
import type { CallQuota } from '../callQuota';
import type { MiniProgramKeeper } from '../miniProgram';
import type { Notifications } from '../notifications';
import type { PushDelivery } from '../push/delivery';
import { sentEvent } from '../push/messages';
import type { Subscriptions } from '../subscriptions/subscriptions';
import { keepsFieldRule } from '../templates/fieldRules';
import type { Templates } from '../templates/templates';
import type { Users } from '../users';
import { Int64, success } from './answer';
import type { Api } from './api';
import { readArguments } from './arguments';
import { ApiError, argumentInvalid, WECHAT_ERRORS } from './errors';
import { pageExists } from './pages';

export interface SubscribeMessageParts {
  journal: Journal;
  miniProgram: MiniProgramKeeper;
  users: Users;
  templates: Templates;
  subscriptions: Subscriptions;
  notifications: Notifications;
  push: PushDelivery;
  /** Successful sends of the day. */
  subscribeSends: CallQuota;
  /** Paths of the mini-program's pages (app.json); undefined when they are not known: any page will do. */
  pages: () => string[] | undefined;
}

const SendSchema = v.object({
  touser: v.fallback(v.string(), ''),
  template_id: v.fallback(v.string(), ''),
  page: v.fallback(v.string(), ''),
  data: v.fallback(v.record(v.string(), v.unknown()), {}),
  miniprogram_state: v.fallback(v.picklist(['developer', 'trial', 'formal']), 'formal'),
  lang: v.fallback(v.picklist(['zh_CN', 'en_US', 'zh_HK', 'zh_TW']), 'zh_CN'),
});

/** WeChat's documentation has `{ value: any }`; a plain string instead of it counts as empty (developers' reports). */
const FieldSchema = v.fallback(v.object({ value: v.union([v.string(), v.number()]) }), { value: '' });

export function createSubscribeMessageApis(parts: SubscribeMessageParts): { send: Api } {
  const { journal, miniProgram, users, templates, subscriptions, notifications, push, subscribeSends } =
    parts;

  /**
   * The order of checks is that in which WeChat's documentation lists the codes, which is not by number: 40003,
   * 40037, 43101, 47003, 41030. It does not say that this is the order of checks, and no report was found that does.
   */
  const send: Api = (args) => {
    const message = readArguments(SendSchema, args);

    if (subscribeSends.used() >= miniProgram.get().subscribeMessagesPerDay) {
      throw new ApiError(WECHAT_ERRORS.dailyQuotaReached);
    }
    if (!users.exists(message.touser)) throw new ApiError(WECHAT_ERRORS.invalidOpenid);
    const template = templates.find(message.template_id);
    if (template === undefined) throw new ApiError(WECHAT_ERRORS.invalidTemplateId);
    if (!subscriptions.mayReceive(message.touser, template)) throw new ApiError(WECHAT_ERRORS.userRefuses);
    const lines = fillTemplate(template, message.data);
    if (message.page !== '' && !pageExists(message.page, parts.pages())) {
      throw new ApiError(WECHAT_ERRORS.invalidPage);
    }

    subscriptions.use(message.touser, template);
    subscribeSends.use();
    const notification = notifications.add({
      openid: message.touser,
      tmplId: template.tmplId,
      title: template.title,
      lines,
      ...(message.page !== '' && { page: message.page }),
      miniprogramState: message.miniprogram_state,
      lang: message.lang,
    });

    journal.announce({ type: 'notification', notification });
    push.deliver(message.touser, sentEvent(notification));
    return success({ msgid: new Int64(notification.msgid) });
  };

  return { send };
}

/**
 * The lines of the card. Keys that the template lacks are ignored: with none but such keys WeChat names the
 * template's first field as empty (47003 for `lastTime` where `time1` was due, in github.com/wxlbd/nutri-baby).
 *
 * @throws {ApiError} 47003, naming the first of the template's fields that is missing or breaks its rule
 */
function fillTemplate(template: Template, data: Record<string, unknown>): TemplateLine[] {
  return template.fields.map(({ key, label, enumValues }) => {
    const value = String(v.parse(FieldSchema, data[key]).value);
    if (value === '') throw new ApiError(argumentInvalid(`data.${key}.value is empty`));
    if (!keepsFieldRule(key, value) || !isAmong(enumValues, value))
      throw new ApiError(argumentInvalid(`data.${key}.value invalid`));
    return { label, value };
  });
}

/** Several values of an enumeration are joined by commas (WeChat community 000482152b420073736f17f7751800). */
const isAmong = (enumValues: string[] | undefined, value: string) =>
  enumValues === undefined || value.split(',').every((part) => enumValues.includes(part));
