/**
 * Tells a user what he can subscribe to, and how his subscriptions stand.
 *
 * Who may call: any user; he is told of himself.
 */
import * as v from 'valibot';
import { requireUser } from '../shared/platform/access';
import { cloudFunction } from '../shared/platform/cloudFunction';
import { subscriptionsOf } from '../shared/subscriptions/ledger';
import { remainingOf, type Subscription } from '../shared/subscriptions/subscription';
import { registeredTemplates } from '../shared/templates/findTemplate';
import type { TemplateName } from '../shared/templates/registry';
import type { Template } from '../shared/templates/template';
import type { Input, Output, TemplateStatus } from './contract';

const schema: v.GenericSchema<unknown, Input> = v.strictObject({});

export const main = cloudFunction<Input, Output>({
  input: schema,
  allow: ['user'],
  readsOnly: true,
  run: async (_input, caller) => {
    const subscriptions = await subscriptionsOf(requireUser(caller));
    return {
      templates: registeredTemplates().map(([name, template]) =>
        statusOf(name, template, subscriptions.get(template.tmplId)),
      ),
    };
  },
});

function statusOf(
  name: TemplateName,
  template: Template,
  subscription: Subscription | undefined,
): TemplateStatus {
  const { tmplId, title, type, sendableBy } = template;
  return {
    name,
    tmplId,
    title,
    type,
    fields: Object.entries(template.fields).map(([meaning, field]) => ({ name: meaning, ...field })),
    sendableBySelf: sendableBy === 'self',
    remaining: remainingOf(subscription, type),
    ...(subscription?.lastAnswer && { lastAnswer: subscription.lastAnswer }),
  };
}
