/** A WeChat in memory for tests: a clock that stands still until it is moved, and functions that only record. */
import { createJournal } from '../../../scripts/emulator/journal/journal';
import type { Clock } from '../../../scripts/emulator/state/clock';
import { openStore } from '../../../scripts/emulator/state/store';
import type { InvokeFunction } from '../../../scripts/emulator/wechat/push/delivery';
import { defaultSeed } from '../../../scripts/emulator/wechat/seed';
import { createWeChat, type WeChat, type WeChatParts } from '../../../scripts/emulator/wechat/wechat';

export { HAN_MEI_MEI as HAN_MEI, LI_LEI } from '../../../scripts/project/seed';

const [orderShipped, appointment, payment, shuttle] = defaultSeed().templates;
if (!orderShipped || !appointment || !payment || !shuttle) throw new Error('the seed has four templates');
/** Templates of the seed; `payment` has voice, `shuttle` is long-term. */
export const TEMPLATES = { orderShipped, appointment, payment, shuttle };

/** 2026-11-23 12:00:00 in China. */
export const NOON = Date.UTC(2026, 10, 23, 4);

export type World = ReturnType<typeof createWorld>;

export function createWorld(options: Partial<Pick<WeChatParts, 'store' | 'seed' | 'pages'>> = {}) {
  const store = options.store ?? openStore();
  const clock = createStillClock();
  const journal = createJournal(store);
  const invoked: { functionName: string; packet: Record<string, unknown>; openid: string; appid: string }[] =
    [];
  let answer: InvokeFunction = async () => ({ ok: true, result: 'success' });
  const announced: string[] = [];
  journal.listen((event) => announced.push(event.type));
  const wechat = createWeChat({
    store,
    clock,
    journal,
    invokeFunction(functionName, packet, user) {
      invoked.push({ functionName, packet, ...user });
      return answer(functionName, packet, user);
    },
    ...options,
  });

  return {
    wechat,
    clock,
    journal,
    store,
    /** Every call of a function that a push made. */
    invoked,
    /** Types of the events that were announced. */
    announced,
    functionsAnswer: (invoke: InvokeFunction) => {
      answer = invoke;
    },
    call: (apiName: string, args: Record<string, unknown>) => callApi(wechat, apiName, args),
    /** The user accepts these templates on the panel. */
    accept: (openid: string, ...tmplIds: string[]) => wechat.subscribeRequests.request(openid, tmplIds, {}),
    /** Packets of this event that were pushed, oldest first, once all deliveries are done. */
    async pushed(event: string) {
      await wechat.push.idle();
      const records = journal.pushes(100).filter((push) => (push.event ?? push.msgType) === event);
      return records.reverse().map(({ packet }) => packet);
    },
  };
}

export interface StillClock extends Clock {
  now(): number;
}

function createStillClock(): StillClock {
  let now = NOON;
  return {
    now: () => now,
    reading: () => ({ now, aheadMs: 0 }),
    advance: (ms) => {
      now += ms;
    },
    set: (time) => {
      now = time;
    },
    onMove: () => {},
  };
}

/** The smallest of images, a PNG of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

/** Calls an API as the gateway does, and reads its JSON. */
export function callApi(wechat: WeChat, apiName: string, args: Record<string, unknown>) {
  const encoded = Object.entries(args)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, { value: Buffer.from(JSON.stringify(value)) }] as const);
  const answer = wechat.callApi(apiName, new Map(encoded));
  if (answer.kind !== 'json') throw new Error(`${apiName} answered ${answer.kind}`);
  const body = JSON.parse(answer.text) as { errcode: number; errmsg: string };
  return { ...body, text: answer.text };
}

/** The data of a message in which every field has its example. */
export function exampleData(template: { fields: { key: string; example: string }[] }) {
  return Object.fromEntries(template.fields.map(({ key, example }) => [key, { value: example }]));
}
