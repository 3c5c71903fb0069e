/**
 * Sends a uniform service message: a template message of an official account, to a user of the mini-program.
 *
 * WeChat gave notice that it answers all of these 45109 (UNIFORM_MESSAGES_WITHDRAWN) since 20 September 2023: the
 * caller may name a subscription message to be sent instead.
 *
 * Who may call: operators and server-side callers. Users do not subscribe to these, so none may set them off.
 */
import * as v from 'valibot';
import { DATA } from '../shared/delivery/dataSchema';
import { sendUniform } from '../shared/delivery/uniformMessage';
import { cloudFunction } from '../shared/platform/cloudFunction';
import { text } from '../shared/platform/input';
import type { Input, Output } from './contract';

const VALUE = v.pipe(v.string(), v.maxLength(500));
const COLOR = v.pipe(v.string(), v.regex(/^#[\da-f]{6}$/i, 'must be a color as #rrggbb'));

const schema: v.GenericSchema<unknown, Input> = v.strictObject({
  to: text(64),
  weappTemplateMsg: v.exactOptional(
    v.strictObject({
      templateId: text(64),
      page: v.pipe(v.string(), v.maxLength(1_024)),
      formId: text(128),
      data: v.record(v.string(), v.strictObject({ value: VALUE })),
      emphasisKeyword: v.exactOptional(text(64)),
    }),
  ),
  mpTemplateMsg: v.strictObject({
    appid: text(64),
    templateId: text(64),
    url: v.pipe(v.string(), v.maxLength(2_048)),
    miniprogram: v.strictObject({ appid: text(64), pagepath: v.pipe(v.string(), v.maxLength(1_024)) }),
    data: v.record(v.string(), v.strictObject({ value: VALUE, color: v.exactOptional(COLOR) })),
  }),
  fallback: v.exactOptional(
    v.strictObject({ template: text(64), data: DATA, page: v.exactOptional(text(1_024)) }),
  ),
});

export const main = cloudFunction<Input, Output>({
  input: schema,
  allow: ['operator', 'server'],
  run: ({ to, fallback, ...message }, caller) => sendUniform({ openid: to, ...message }, fallback, caller),
});
