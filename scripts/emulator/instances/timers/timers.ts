/** Runs functions when their timer triggers are due on the emulator's clock, as it goes on and as it is moved. */
import type { Timer } from '../../contract';
import type { Journal } from '../../journal/journal';
import { Refusal } from '../../refusal/refusal';
import type { Clock } from '../../state/clock';
import type { Catalogue, CatalogueEntry } from '../catalogue';
import { TIMER_SOURCE } from '../environment';
import type { Invoker } from '../invoker';
import type { CallOutcome } from '../outcome';
import { parseSchedule, type Schedule } from './schedule';

export interface Timers {
  /** Every timer of every function, with the time it is due next. */
  list(): Promise<Timer[]>;
  /**
   * Runs a timer now, as if it were due.
   * @throws {Refusal} 404 NO_SUCH_TIMER
   */
  run(functionName: string, trigger: string): Promise<CallOutcome>;
  /** Resolves when nothing that was due is waiting or running. */
  idle(): Promise<void>;
  /** Runs what becomes due from now on. */
  start(): void;
  /** Gives up what was due; nothing more is run until it is started again. */
  stop(): void;
}

export interface TimersParts {
  catalogue: Catalogue;
  clock: Clock;
  invoker: Invoker;
  journal: Journal;
}

/** Of one timer at one move of the clock: the last of them are run, and the log says that there were more. */
const MAX_CATCH_UP = 100;

/** A function may have been built, or its triggers changed, since the last look. */
const LOOK_AT_LEAST_EVERY_MS = 5_000;

interface Due {
  functionName: string;
  trigger: string;
  at: number;
}

export function createTimers({ catalogue, clock, invoker, journal }: TimersParts): Timers {
  /** What was due up to this time of the emulator's clock has been run, or given up. */
  let seenUntil = clock.now();
  let queue: Promise<void> = Promise.resolve();
  let wake: NodeJS.Timeout | undefined;
  /** Changes with each start and stop; what was due in an earlier round is not run. */
  let round = 0;
  let running = false;

  /** Runs what became due since the last look. @returns how long nothing more is due, in ms */
  async function catchUp(ownRound: number): Promise<number> {
    const until = clock.now();
    const from = Math.min(seenUntil, until);
    seenUntil = until;
    const timers = await readTimers(catalogue);
    if (ownRound !== round) return 0;
    const due = timers.flatMap((timer) => dueOf(timer, from, until)).sort((a, b) => a.at - b.at);
    for (const each of due) {
      if (ownRound === round) await fire(each);
    }
    const next = timers.map(({ schedule }) => schedule?.next(seenUntil) ?? Number.POSITIVE_INFINITY);
    return Math.max(0, Math.min(...next) - clock.now());
  }

  function dueOf({ functionName, trigger, schedule }: ReadTimer, from: number, until: number): Due[] {
    if (schedule === undefined) return [];
    const times = schedule.between(from, until, MAX_CATCH_UP + 1);
    const [first = until] = times;
    if (times.length > MAX_CATCH_UP) {
      tellLeftOut(
        functionName,
        `The timer ${trigger} was due more than ${MAX_CATCH_UP} times while the clock was moved: only the last ${MAX_CATCH_UP} are run, those up to ${new Date(first).toISOString()} are left out`,
      );
    }
    return times.slice(-MAX_CATCH_UP).map((at) => ({ functionName, trigger, at }));
  }

  const tellLeftOut = (functionName: string, text: string) =>
    journal.recordLog({
      id: journal.nextId(),
      functionName,
      requestId: '',
      level: 'error',
      text,
      at: clock.now(),
    });

  const fire = ({ functionName, trigger, at }: Due): Promise<CallOutcome> =>
    invoker.invoke(functionName, timerEvent(trigger, at), { source: TIMER_SOURCE });

  async function turn(ownRound: number): Promise<void> {
    if (ownRound !== round) return;
    const sleepMs = await catchUp(ownRound).catch((error: Error) => {
      console.error(error);
      return LOOK_AT_LEAST_EVERY_MS;
    });
    if (ownRound !== round) return;
    clearTimeout(wake);
    wake = setTimeout(look, Math.min(sleepMs, LOOK_AT_LEAST_EVERY_MS)).unref();
  }

  function look(): void {
    const ownRound = round;
    queue = queue.then(() => turn(ownRound));
  }

  clock.onMove(() => {
    if (running) look();
  });

  return {
    async list() {
      const timers = await readTimers(catalogue);
      return timers.map(({ functionName, trigger, config, schedule, error }) => {
        const nextAt = schedule?.next(clock.now());
        return {
          functionName,
          trigger,
          config,
          ...(nextAt !== undefined && { nextAt }),
          ...(error !== undefined && { error }),
        };
      });
    },
    async run(functionName, trigger) {
      const entry = await catalogue.find(functionName);
      if (entry?.triggers.some(({ name }) => name === trigger)) {
        return fire({ functionName, trigger, at: clock.now() });
      }
      throw new Refusal(404, 'NO_SUCH_TIMER', `The function ${functionName} has no timer ${trigger}`);
    },
    async idle() {
      // More may be added while it is waited for.
      for (let seen: Promise<void> | undefined; seen !== queue; ) {
        seen = queue;
        await seen;
      }
    },
    start() {
      running = true;
      round++;
      seenUntil = clock.now();
      look();
    },
    stop() {
      running = false;
      round++;
      clearTimeout(wake);
    },
  };
}

interface ReadTimer {
  functionName: string;
  trigger: string;
  config: string;
  /** Absent when the expression is wrong; then `error` says why. */
  schedule?: Schedule;
  error?: string;
}

async function readTimers(catalogue: Catalogue): Promise<ReadTimer[]> {
  const found = await Promise.all(
    catalogue.names().map(async (name) => ({ name, entry: await readQuietly(catalogue, name) })),
  );
  return found.flatMap(({ name, entry }) =>
    (entry?.triggers ?? []).map((trigger) => ({
      functionName: name,
      trigger: trigger.name,
      config: trigger.config,
      ...readSchedule(trigger.config),
    })),
  );
}

/** A function whose configuration cannot be read has no timers; calling it says what is wrong. */
const readQuietly = (catalogue: Catalogue, name: string): Promise<CatalogueEntry | undefined> =>
  catalogue.find(name).catch(() => undefined);

function readSchedule(config: string): Pick<ReadTimer, 'schedule' | 'error'> {
  try {
    return { schedule: parseSchedule(config) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** The event of a timer, Time in UTC: https://cloud.tencent.com/document/product/583/9708 */
const timerEvent = (trigger: string, at: number) => ({
  Type: 'Timer',
  TriggerName: trigger,
  Time: new Date(at).toISOString().replace('.000Z', 'Z'),
  Message: '',
});
