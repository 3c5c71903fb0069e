/** The rules of faults as they are put: what they may hit, and what may befall it. */
import * as v from 'valibot';
import type { Fault, FaultRule, FaultSettings } from '../contract';
import { ApiError, WECHAT_ERRORS } from '../wechat/api/errors';
import { isKnown, namesNear, type Place, placeOf } from './places';

const KINDS: Record<Place, readonly Fault['kind'][]> = {
  wechat: ['latency', 'error', 'timeout', 'noReply', 'replyLost'],
  cloud: ['latency', 'cloudError', 'noReply', 'replyLost'],
  push: ['latency', 'replyLost', 'duplicate', 'outOfOrder'],
  phone: ['error'],
};

/** WeChat's documentation of wx.requestSubscribeMessage: those that do not come of what the mini-program asks for. */
const PHONE_ERRORS = new Map([
  [10002, 'Request list fail'],
  [10003, 'Request subscribe fail'],
  [10005, 'Cannot show subscribe message UI'],
]);

/** -1: 系统繁忙, in every list of WeChat's return codes; the text as developers see it. */
const SYSTEM_BUSY = { errcode: -1, errmsg: 'system error' };

const WECHAT_TEXTS = new Map<number, string>(
  [SYSTEM_BUSY, ...Object.values(WECHAT_ERRORS)].reverse().map(({ errcode, errmsg }) => [errcode, errmsg]),
);

const NonEmpty = v.pipe(v.string(), v.minLength(1, 'must not be empty'));
const Milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600_000));

const common = {
  api: v.pipe(
    v.string(),
    v.check(
      (api) => api === '*' || isKnown(api),
      ({ input }) => `must be *, or one of ${namesNear(input).join(', ')}`,
    ),
  ),
  share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
  times: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
};

const FaultSchema = v.variant('kind', [
  v.strictObject({ ...common, kind: v.literal('latency'), latencyMs: Milliseconds }),
  v.strictObject({
    ...common,
    kind: v.literal('error'),
    errcode: v.pipe(v.number(), v.integer(), v.notValue(0, 'must not be 0, which is no error')),
    errmsg: v.exactOptional(NonEmpty),
  }),
  v.strictObject({
    ...common,
    kind: v.literal('cloudError'),
    code: NonEmpty,
    message: v.optional(NonEmpty, 'a fault was asked for'),
  }),
  v.strictObject({ ...common, kind: v.literal('timeout'), workDone: v.optional(v.boolean(), true) }),
  v.strictObject({ ...common, kind: v.literal('noReply'), workDone: v.optional(v.boolean(), true) }),
  v.strictObject({ ...common, kind: v.literal('replyLost') }),
  v.strictObject({ ...common, kind: v.literal('duplicate') }),
  v.strictObject({ ...common, kind: v.literal('outOfOrder'), heldMs: v.optional(Milliseconds, 1_000) }),
]);

const RuleSchema = v.pipe(
  FaultSchema,
  v.check(
    ({ api, kind }) => api === '*' || kindsOf(api).includes(kind),
    ({ input }) => `${input.api} cannot be hit by ${input.kind}, only by ${kindsOf(input.api).join(', ')}`,
  ),
  v.check(
    (rule) => rule.kind !== 'error' || placeOf(rule.api) !== 'phone' || PHONE_ERRORS.has(rule.errcode),
    `errcode must be one of ${[...PHONE_ERRORS.keys()].join(', ')}`,
  ),
  v.check(
    (rule) => rule.kind !== 'error' || (rule.errmsg ?? textOf(rule.errcode)) !== undefined,
    'the emulator has no text for this errcode: give an errmsg',
  ),
);

/** The body of `PUT /emulator/faults`. */
export const FaultSettingsSchema = v.strictObject({
  seed: v.optional(v.pipe(v.number(), v.integer()), 1),
  rules: v.optional(v.array(RuleSchema), []),
}) satisfies v.GenericSchema<unknown, FaultSettings>;

/** What may be put; `seed`, `share`, `workDone` and texts have defaults. */
export type FaultSettingsInput = v.InferInput<typeof FaultSettingsSchema>;

/** Whether the rule is about this call: its api is the call's name, the name's beginning, or `*`. */
export function concerns({ api, kind, ...rule }: FaultRule, name: string): boolean {
  if (api !== '*' && api !== name && !name.startsWith(`${api}.`)) return false;
  if (!kindsOf(name).includes(kind)) return false;
  // Of `*` an errcode hits those calls that have it.
  return (
    api !== '*' || !('errcode' in rule) || (placeOf(name) === 'phone') === PHONE_ERRORS.has(rule.errcode)
  );
}

/** The error that an API is to answer. */
export const apiErrorOf = ({ errcode, errmsg }: Extract<Fault, { kind: 'error' }>): ApiError =>
  new ApiError({ errcode, errmsg: errmsg ?? textOf(errcode) ?? '' });

/** What `wx.requestSubscribeMessage` is to fail with. */
export const phoneErrorOf = ({ errcode, errmsg }: Extract<Fault, { kind: 'error' }>) => ({
  errCode: errcode,
  errMsg: `requestSubscribeMessage:fail ${errmsg ?? textOf(errcode)}`,
});

function kindsOf(api: string): readonly Fault['kind'][] {
  const place = placeOf(api);
  return place === undefined ? [] : KINDS[place];
}

const textOf = (errcode: number): string | undefined =>
  PHONE_ERRORS.get(errcode) ?? WECHAT_TEXTS.get(errcode);
