/** What WeChat keeps about the mini-program itself. */
import * as v from 'valibot';
import type { Store } from '../state/store';

export const MiniProgramSchema = v.strictObject({
  /** 原始 ID: `ToUserName` of every push. */
  originalId: v.pipe(v.string(), v.regex(/^gh_[0-9a-f]{12}$/, 'must be gh_ and 12 hexadecimal digits')),
  /** At most this many templates in one `wx.requestSubscribeMessage`; 3 in older clients, 5 today. */
  maxTemplatesPerRequest: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 5),
  /** WeChat has banned it from subscribing: every request fails with 20005. */
  subscribingBanned: v.optional(v.boolean(), false),
  /** Subscription messages a day: 10 million, 30 million with payments (WeChat's guide to subscription messages). */
  subscribeMessagesPerDay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 10_000_000),
  /** Template messages of an official account a day: 模板消息的日调用上限为10万次 (WeChat's documentation of them). */
  uniformMessagesPerDay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 100_000),
});

export type MiniProgram = v.InferOutput<typeof MiniProgramSchema>;

export interface MiniProgramKeeper {
  get(): MiniProgram;
  change(change: Partial<MiniProgram>): void;
  /** Back to what it was initially. */
  reset(): void;
}

/** @param initial what holds until it is changed */
export function createMiniProgram(store: Store, initial: MiniProgram): MiniProgramKeeper {
  const table = store.table<MiniProgram>('wechat.miniProgram');
  const get = () => table.get('current') ?? initial;
  return {
    get,
    change: (change) => table.put('current', { ...get(), ...change }),
    reset: () => table.clear(),
  };
}
