/** What WeChat keeps about the mini-program itself. */
import * as v from 'valibot';
import type { MiniProgram } from '../contract';
import type { Store } from '../state/store';

const Limit = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The parts that can be changed, each with what holds when the seed leaves it out; sources in the contract. */
const FIELDS = {
  originalId: v.pipe(v.string(), v.regex(/^gh_[0-9a-f]{12}$/, 'must be gh_ and 12 hexadecimal digits')),
  secret: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits')),
  maxTemplatesPerRequest: v.pipe(v.number(), v.integer(), v.minValue(1)),
  subscribingBanned: v.boolean(),
  keptTemplatesAt: v.picklist(['itemSettings', 'topLevel', 'both']),
  subscribeMessagesPerDay: Limit,
  uniformMessagesPerDay: Limit,
  uniformMessagesWithdrawn: v.boolean(),
  accessTokensPerDay: Limit,
  stableTokenCallsPerMinute: Limit,
  stableTokenCallsPerDay: Limit,
};

export const MiniProgramSchema = v.strictObject({
  originalId: FIELDS.originalId,
  secret: FIELDS.secret,
  maxTemplatesPerRequest: v.optional(FIELDS.maxTemplatesPerRequest, 5),
  subscribingBanned: v.optional(FIELDS.subscribingBanned, false),
  keptTemplatesAt: v.optional(FIELDS.keptTemplatesAt, 'itemSettings'),
  subscribeMessagesPerDay: v.optional(FIELDS.subscribeMessagesPerDay, 10_000_000),
  uniformMessagesPerDay: v.optional(FIELDS.uniformMessagesPerDay, 100_000),
  uniformMessagesWithdrawn: v.optional(FIELDS.uniformMessagesWithdrawn, false),
  accessTokensPerDay: v.optional(FIELDS.accessTokensPerDay, 2_000),
  stableTokenCallsPerMinute: v.optional(FIELDS.stableTokenCallsPerMinute, 10_000),
  stableTokenCallsPerDay: v.optional(FIELDS.stableTokenCallsPerDay, 500_000),
}) satisfies v.GenericSchema<unknown, MiniProgram>;

export const MiniProgramChangeSchema = v.strictObject({
  originalId: v.exactOptional(FIELDS.originalId),
  secret: v.exactOptional(FIELDS.secret),
  maxTemplatesPerRequest: v.exactOptional(FIELDS.maxTemplatesPerRequest),
  subscribingBanned: v.exactOptional(FIELDS.subscribingBanned),
  keptTemplatesAt: v.exactOptional(FIELDS.keptTemplatesAt),
  subscribeMessagesPerDay: v.exactOptional(FIELDS.subscribeMessagesPerDay),
  uniformMessagesPerDay: v.exactOptional(FIELDS.uniformMessagesPerDay),
  uniformMessagesWithdrawn: v.exactOptional(FIELDS.uniformMessagesWithdrawn),
  accessTokensPerDay: v.exactOptional(FIELDS.accessTokensPerDay),
  stableTokenCallsPerMinute: v.exactOptional(FIELDS.stableTokenCallsPerMinute),
  stableTokenCallsPerDay: v.exactOptional(FIELDS.stableTokenCallsPerDay),
});

export interface MiniProgramKeeper {
  get(): MiniProgram;
  change(change: Partial<MiniProgram>): void;
  /** Back to what it was initially. */
  reset(): void;
}

/** @param initial what holds until it is changed */
export function createMiniProgram(store: Store, initial: MiniProgram): MiniProgramKeeper {
  const table = store.table<MiniProgram>('wechat.miniProgram', {
    remembered: true,
    shape: v.partial(MiniProgramSchema),
  });
  // A state that an older version kept may lack settings that exist today.
  const get = () => ({ ...initial, ...table.get('current') });
  return {
    get,
    change: (change) => table.put('current', { ...get(), ...change }),
    reset: () => table.clear(),
  };
}
