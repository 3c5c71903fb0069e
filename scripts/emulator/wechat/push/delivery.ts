/** Delivers pushes to cloud functions: in order for each user, three attempts of five seconds. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PushAttempt, PushRecord } from '../../contract';
import type { Journal } from '../../journal/journal';
import type { Clock } from '../../state/clock';
import type { MiniProgramKeeper } from '../miniProgram';
import type { PushMessage } from './messages';
import { type PushSettingsKeeper, routeOf } from './settings';

/** Runs a function with this packet as its event; never rejects. */
export type InvokeFunction = (
  functionName: string,
  packet: Record<string, unknown>,
  user: { openid: string; appid: string },
) => Promise<{ ok: true; result: unknown } | { ok: false; message: string }>;

export interface PushDelivery {
  /** Begins to deliver; what asked for it is answered first. */
  deliver(openid: string, message: PushMessage): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Gives up what is under way: nothing more is attempted, recorded or waited for. */
  abandon(): void;
}

/** 微信服务器在五秒内收不到响应会断掉连接，并且重新发起请求，总共重试三次 (WeChat's guide to message push). */
const ATTEMPTS = 3;
const ATTEMPT_LIMIT_MS = 5_000;

interface Parts {
  clock: Clock;
  journal: Journal;
  miniProgram: MiniProgramKeeper;
  pushSettings: PushSettingsKeeper;
  invokeFunction: InvokeFunction;
}

export function createPushDelivery(parts: Parts): PushDelivery {
  const { clock, journal, miniProgram, pushSettings, invokeFunction } = parts;
  /** The last delivery of each user who has one under way. */
  const underWay = new Map<string, Promise<void>>();
  /** Changes when deliveries are abandoned; those of an earlier round stop. */
  let round = 0;

  async function attemptAll(record: PushRecord, functionName: string, ownRound: number): Promise<void> {
    let current = record;
    for (let count = 0; count < ATTEMPTS; count++) {
      if (ownRound !== round) return;
      const attempt = await attemptOnce(current, functionName);
      if (ownRound !== round) return;
      current = { ...current, attempts: [...current.attempts, attempt] };
      journal.recordPush(current);
      if (attempt.error === undefined) return;
    }
  }

  async function attemptOnce({ packet, openid }: PushRecord, functionName: string): Promise<PushAttempt> {
    const startedAt = clock.now();
    // How long it took is this machine's time: the emulator's clock may be moved meanwhile.
    const start = performance.now();
    const { appid } = pushSettings.get();
    const outcome = await withinLimit(invokeFunction(functionName, packet, { openid, appid }));
    const durationMs = Math.round(performance.now() - start);
    return outcome.ok
      ? { startedAt, durationMs, response: outcome.result }
      : { startedAt, durationMs, error: outcome.message };
  }

  return {
    deliver(openid, message) {
      const now = clock.now();
      const route = routeOf(pushSettings.get().routes, message);
      const record: PushRecord = {
        id: journal.nextId(),
        msgType: message.MsgType,
        ...(message.Event !== undefined && { event: message.Event }),
        openid,
        packet: {
          ToUserName: miniProgram.get().originalId,
          FromUserName: openid,
          CreateTime: Math.floor(now / 1000),
          ...message,
        },
        ...(route && { functionName: route.functionName }),
        attempts: [],
        createdAt: now,
      };
      journal.recordPush(record);
      if (route === undefined) return;

      const ownRound = round;
      const before = underWay.get(openid) ?? nextTurn();
      const delivery = before
        .then(() => attemptAll(record, route.functionName, ownRound))
        .finally(() => {
          if (underWay.get(openid) === delivery) underWay.delete(openid);
        });
      underWay.set(openid, delivery);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
    abandon() {
      round += 1;
      underWay.clear();
    },
  };
}

async function withinLimit<T>(work: Promise<T>): Promise<T | { ok: false; message: string }> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<{ ok: false; message: string }>((resolve) => {
    const message = `no answer within ${ATTEMPT_LIMIT_MS} ms`;
    timer = setTimeout(() => resolve({ ok: false, message }), ATTEMPT_LIMIT_MS);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
