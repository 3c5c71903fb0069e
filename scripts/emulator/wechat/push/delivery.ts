/**
 * Delivers pushes to cloud functions and to a server: in order for each user, three attempts of five seconds. What
 * is under way is kept, so that it goes on after the process has died.
 */
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { PushAttempt, PushRecord } from '../../contract';
import { type Faults, type Hit, NO_HIT } from '../../faults/faults';
import { createHeldPushes } from '../../faults/heldPushes';
import { faultOf } from '../../faults/reply';
import { type Journal, PushRecordSchema } from '../../journal/journal';
import type { Clock } from '../../state/clock';
import type { Store } from '../../state/store';
import type { HandOvers } from '../chat/handOvers';
import type { MiniProgramKeeper } from '../miniProgram';
import { asFunctionEvent, isHandOver, type PushMessage } from './messages';
import { ANSWER_LIMIT_MS, post, readAnswer, requestFor } from './server';
import { type PushSettingsKeeper, routeOf } from './settings';

/** Runs a function with this packet as its event; never rejects. */
export type InvokeFunction = (
  functionName: string,
  packet: Record<string, unknown>,
  user: { openid: string; appid: string },
) => Promise<({ ok: true; result: unknown } | { ok: false; message: string }) & { requestId?: string }>;

export interface PushDelivery {
  /** Begins to deliver; what asked for it is answered first. */
  deliver(openid: string, message: PushMessage): void;
  /**
   * Delivers the packet of an earlier push once more, as it was, to where the settings lead now. No fault strikes it.
   * @returns the new record, whose attempts are still to come
   */
  repeat(push: PushRecord): PushRecord;
  /** Goes on with what was under way when the last process of this state ended. */
  resume(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Stops what is under way: nothing more is attempted, recorded or waited for, until {@link resume}. */
  abandon(): void;
  /** Forgets what is under way. */
  clear(): void;
}

/** 微信服务器在五秒内收不到响应会断掉连接，并且重新发起请求，总共重试三次 (WeChat's guide to message push). */
const ATTEMPTS = 3;

interface Parts {
  store: Store;
  clock: Clock;
  journal: Journal;
  miniProgram: MiniProgramKeeper;
  pushSettings: PushSettingsKeeper;
  handOvers: HandOvers;
  faults: Faults;
  invokeFunction: InvokeFunction;
}

type Outcome = Omit<PushAttempt, 'startedAt' | 'durationMs'>;

export function createPushDelivery(parts: Parts): PushDelivery {
  const { store, clock, journal, miniProgram, pushSettings, handOvers, faults, invokeFunction } = parts;
  /** Records whose last attempt is still to come. */
  const unfinished = store.table<PushRecord>('wechat.unfinishedPushes', { shape: PushRecordSchema });
  const held = createHeldPushes();
  /** The last delivery of each user who has one under way. */
  const underWay = new Map<string, Promise<void>>();
  /** Changes when deliveries are abandoned; those of an earlier round stop. */
  let round = 0;

  function begin(record: PushRecord, hit: Hit): void {
    const { openid } = record;
    const ownRound = round;
    const before = underWay.get(openid) ?? nextTurn();
    const delivery = before
      .then(() => attemptAll(record, hit, ownRound))
      // What is broken here is the emulator, or its disk; the pushes after this one go on.
      .catch((error: unknown) => console.error('a push could not be delivered', error))
      .finally(() => {
        if (underWay.get(openid) === delivery) underWay.delete(openid);
      });
    underWay.set(openid, delivery);
  }

  async function attemptAll(record: PushRecord, { latencyMs, fault }: Hit, ownRound: number): Promise<void> {
    let current = record;
    let answersToLose = fault?.kind === 'replyLost' ? 1 : 0;
    let answersDue = fault?.kind === 'duplicate' ? 2 : 1;
    if (latencyMs > 0) await wait(latencyMs, undefined, { ref: false });
    while (ownRound === round) {
      const attempt = answersToLose > 0 ? loseAnswer(await attemptOnce(current)) : await attemptOnce(current);
      answersToLose -= 1;
      if (ownRound !== round) return;
      current = { ...current, attempts: [...current.attempts, attempt] };
      if (attempt.error === undefined) answersDue -= 1;
      const finished = answersDue === 0 || current.attempts.length >= ATTEMPTS;
      if (finished) unfinished.remove(current.id);
      else unfinished.put(current.id, current);
      journal.recordPush(current);
      // 只针对微信用户发来的消息才进行转发 (WeChat's guide '转发客服消息'): an event is not handed over.
      if (current.msgType !== 'event' && attempt.warning === undefined && isHandOver(attempt.response)) {
        handOvers.begin(current.openid);
      }
      if (finished) return;
    }
  }

  async function attemptOnce(record: PushRecord): Promise<PushAttempt> {
    const startedAt = clock.now();
    // How long it took is this machine's time: the emulator's clock may be moved meanwhile.
    const start = performance.now();
    const outcome = await (record.functionName === undefined
      ? pushToServer(record)
      : pushToFunction(record, record.functionName));
    return { startedAt, durationMs: Math.round(performance.now() - start), ...outcome };
  }

  async function pushToFunction({ packet, openid }: PushRecord, functionName: string): Promise<Outcome> {
    const { appid } = pushSettings.get();
    return withinLimit<Outcome>(async () => {
      const outcome = await invokeFunction(functionName, packet, { openid, appid });
      const { requestId } = outcome;
      return {
        ...(requestId !== undefined && { requestId }),
        ...(outcome.ok ? { response: outcome.result } : { error: outcome.message }),
      };
    });
  }

  async function pushToServer({ packet, openid, url = '' }: PushRecord): Promise<Outcome> {
    const settings = { ...pushSettings.get(), url };
    const request = requestFor(packet, openid, settings, clock.now());
    const sent = { url: request.url, body: request.body };
    const outcome = await withinLimit<Outcome>((signal) =>
      post(request, signal).then(
        (text) => readAnswer(text, settings),
        (error: Error) => ({ error: error.message }),
      ),
    );
    return { sent, ...outcome };
  }

  return {
    deliver(openid, message) {
      const now = clock.now();
      const hit = faults.draw(`push.${message.Event ?? message.MsgType}`);
      const { routes, url } = pushSettings.get();
      const route = routeOf(routes, message);
      const record: PushRecord = {
        id: journal.nextId(),
        msgType: message.MsgType,
        ...(message.Event !== undefined && { event: message.Event }),
        openid,
        packet: {
          ToUserName: miniProgram.get().originalId,
          FromUserName: openid,
          CreateTime: Math.floor(now / 1000),
          ...(route ? asFunctionEvent(message, now) : message),
        },
        // 如在云函数中配置了某个类型的消息，该类型消息将不再推送至…配置的域名中 (WeChat's guide '消息推送').
        ...(route ? { functionName: route.functionName } : url !== undefined && { url }),
        attempts: [],
        ...faultOf(hit),
        createdAt: now,
      };
      const goesSomewhere = route !== undefined || url !== undefined;
      if (goesSomewhere) unfinished.put(record.id, record);
      journal.recordPush(record);
      if (!goesSomewhere) return;
      if (hit.fault?.kind === 'outOfOrder') {
        return held.hold(openid, hit.fault.heldMs, () => begin(record, hit));
      }
      begin(record, hit);
      held.follow(openid);
    },
    repeat({ id, msgType, event, openid, packet }) {
      const { routes, url } = pushSettings.get();
      const route = routeOf(routes, { MsgType: msgType, ...(event !== undefined && { Event: event }) });
      const record: PushRecord = {
        id: journal.nextId(),
        msgType,
        ...(event !== undefined && { event }),
        openid,
        packet,
        ...(route ? { functionName: route.functionName } : url !== undefined && { url }),
        attempts: [],
        replayOf: id,
        createdAt: clock.now(),
      };
      const goesSomewhere = record.functionName !== undefined || record.url !== undefined;
      if (goesSomewhere) unfinished.put(record.id, record);
      journal.recordPush(record);
      if (goesSomewhere) begin(record, NO_HIT);
      return record;
    },
    resume() {
      for (const record of unfinished.list()) begin(record, NO_HIT);
    },
    async idle() {
      do await Promise.all([held.idle(), ...underWay.values()]);
      while (underWay.size > 0);
    },
    abandon() {
      round += 1;
      held.clear();
      underWay.clear();
    },
    clear: () => unfinished.clear(),
  };
}

/** WeChat pushed, and never saw the answer. */
const loseAnswer = ({ startedAt, durationMs, requestId, sent }: PushAttempt): PushAttempt => ({
  startedAt,
  durationMs,
  ...(requestId !== undefined && { requestId }),
  ...(sent && { sent }),
  error: 'the answer was lost on its way (a fault)',
});

/** @param work is told to stop when the time is over */
async function withinLimit<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | { error: string }> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<{ error: string }>((resolve) => {
    timer = setTimeout(() => {
      resolve({ error: `no answer within ${ANSWER_LIMIT_MS} ms` });
      abort.abort();
    }, ANSWER_LIMIT_MS);
  });
  return Promise.race([work(abort.signal), limit]).finally(() => clearTimeout(timer));
}
