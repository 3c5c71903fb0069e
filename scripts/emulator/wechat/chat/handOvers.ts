/**
 * Which users have been handed over to WeChat's own customer-service page (网页版客服工具).
 *
 * Source: WeChat's guide '转发客服消息'. While a user waits in the queue his messages still go to the developer; once an
 * agent has taken him they go to the agent alone, until he closes the conversation or 30 minutes have passed.
 */
import * as v from 'valibot';
import type { Journal } from '../../journal/journal';
import type { Clock } from '../../state/clock';
import type { Store } from '../../state/store';

export type HandOver = { openid: string; handedOverAt: number } & (
  | { state: 'waiting' }
  | { state: 'taken'; takenAt: number; endsAt: number }
);

const ofHandOver = { openid: v.string(), handedOverAt: v.number() };
const HandOverSchema = v.variant('state', [
  v.object({ ...ofHandOver, state: v.literal('waiting') }),
  v.object({ ...ofHandOver, state: v.literal('taken'), takenAt: v.number(), endsAt: v.number() }),
]) satisfies v.GenericSchema<unknown, HandOver>;

export interface HandOvers {
  /** Undefined when the conversation is the developer's. */
  of(openid: string): HandOver | undefined;
  /** The user waits from now on, unless he does already or an agent has taken him. */
  begin(openid: string): void;
  /** An agent takes the user, for 30 minutes at most. */
  take(waiting: HandOver): HandOver;
  end(openid: string): void;
  /** Those who have waited longest first. */
  list(): HandOver[];
  clear(): void;
}

/** 当会话超过30分钟客服没有关闭时，微信服务器会自动停止转发至客服. */
const TAKEN_FOR_MS = 30 * 60_000;

interface Parts {
  store: Store;
  clock: Clock;
  journal: Journal;
}

export function createHandOvers({ store, clock, journal }: Parts): HandOvers {
  const table = store.table<HandOver>('wechat.handOvers', { shape: HandOverSchema });
  const holds = (handOver: HandOver) => handOver.state === 'waiting' || clock.now() < handOver.endsAt;

  function of(openid: string): HandOver | undefined {
    const handOver = table.get(openid);
    return handOver !== undefined && holds(handOver) ? handOver : undefined;
  }
  function put(handOver: HandOver): HandOver {
    table.put(handOver.openid, handOver);
    journal.announce({ type: 'desk' });
    return handOver;
  }

  return {
    of,
    begin(openid) {
      if (of(openid) === undefined) put({ openid, state: 'waiting', handedOverAt: clock.now() });
    },
    take({ openid, handedOverAt }) {
      const takenAt = clock.now();
      return put({ openid, state: 'taken', handedOverAt, takenAt, endsAt: takenAt + TAKEN_FOR_MS });
    },
    end(openid) {
      table.remove(openid);
      journal.announce({ type: 'desk' });
    },
    list: () =>
      table
        .list()
        .filter(holds)
        .sort((a, b) => a.handedOverAt - b.handedOverAt),
    clear: () => table.clear(),
  };
}
