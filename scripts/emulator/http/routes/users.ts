/** `/emulator/users`: who there is, and what each one does and has on the phone. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { TemplateSubscription } from '../../contract';
import { parse } from '../../refusal/parse';
import type { WeChat } from '../../wechat/wechat';

const User = v.object({ openid: v.string() });
const UserBody = v.strictObject({
  nickname: v.pipe(v.string(), v.minLength(1, 'must not be empty'), v.maxLength(32, 'at most 32 characters')),
  unionid: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'letters, digits, _ or -'))),
});
const TemplateIds = v.object({
  /** Any value: WeChat answers wrong types with a fail code of its own. */
  tmplIds: v.optional(v.unknown()),
});
const SubscribeBody = v.object({
  ...TemplateIds.entries,
  choices: v.optional(v.record(v.string(), v.picklist(['accept', 'reject', 'acceptWithAudio']))),
  alwaysKeep: v.optional(v.boolean()),
});
const SettingQuery = v.object({ withSubscriptions: v.optional(v.picklist(['true', 'false'])) });
const SettingBody = v.strictObject({
  mainSwitch: v.exactOptional(v.boolean()),
  itemSettings: v.exactOptional(v.record(v.string(), v.picklist(['accept', 'reject']))),
});

export function registerUsers(app: FastifyInstance, wechat: WeChat): void {
  const openidOf = (request: FastifyRequest) => wechat.users.openid(parse(User, request.params).openid);
  /** The user in the path, who comes into being with the first thing that he does. */
  const userOf = (request: FastifyRequest) => wechat.users.require(openidOf(request)).openid;

  app.get('/emulator/users', () => wechat.users.list());

  app.put('/emulator/users/:openid', (request) => {
    const { openid } = parse(User, request.params);
    return wechat.users.put({ openid, ...parse(UserBody, request.body) });
  });

  app.get('/emulator/users/:openid/subscriptions', (request): TemplateSubscription[] => {
    const openid = openidOf(request);
    return wechat.templates.list().map((template) => ({
      tmplId: template.tmplId,
      title: template.title,
      type: template.type,
      ...wechat.subscriptions.get(openid, template.tmplId),
      mayReceive: wechat.subscriptions.mayReceive(openid, template),
    }));
  });

  app.post('/emulator/users/:openid/subscribe/panel', (request) => {
    const { tmplIds } = parse(TemplateIds, request.body);
    return wechat.subscribeRequests.panel(userOf(request), tmplIds);
  });

  app.post('/emulator/users/:openid/subscribe', (request) => {
    const { tmplIds, choices, alwaysKeep } = parse(SubscribeBody, request.body);
    return wechat.subscribeRequests.request(userOf(request), tmplIds, { choices, alwaysKeep });
  });

  /** What `wx.login` gives. */
  app.post('/emulator/users/:openid/login', (request) => ({ code: wechat.logins.code(userOf(request)) }));

  app.get('/emulator/users/:openid/setting', (request) => {
    const { withSubscriptions } = parse(SettingQuery, request.query);
    return wechat.subscriptionSettings.get(openidOf(request), withSubscriptions === 'true');
  });

  app.patch('/emulator/users/:openid/setting', (request) => {
    const change = parse(SettingBody, request.body);
    const openid = userOf(request);
    wechat.subscriptionSettings.change(openid, change);
    return wechat.subscriptionSettings.get(openid, true);
  });

  app.get('/emulator/users/:openid/notifications', (request) => wechat.notifications.list(openidOf(request)));

  app.get('/emulator/users/:openid/official-account-messages', (request) =>
    wechat.officialAccounts.messages(openidOf(request)),
  );
}
