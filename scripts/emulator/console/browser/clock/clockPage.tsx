/** The emulator's clock: read it, move it on, move it to where something happens. */
import { useState } from 'preact/hooks';
import type { Moment, User } from '../../../contract';
import { wordsOf } from '../emulator/ask';
import { shiftInWords, useNow } from '../frame/clockReadout';
import { useParts } from '../frame/context';
import { useKeys } from '../frame/keyboard';
import { day, dayAndTime, span, timeOfDay } from '../frame/moment';
import { type Fetched, useFetched } from '../frame/useFetched';
import { Empty, Waiting } from '../parts/empty';
import { Field } from '../parts/field';
import { PageHead } from '../parts/pageHead';
import { keyOfMoment, wordsOfMoment } from './moments';
import './clock.css';

const MINUTE = 60_000;
const STEPS = [
  ['+1 分钟', MINUTE],
  ['+1 小时', 60 * MINUTE],
  ['+1 天', 24 * 60 * MINUTE],
] as const;

export function ClockPage() {
  const { clock, notify } = useParts();
  const now = useNow();
  const move = async (work: () => Promise<void>) => {
    try {
      await work();
      notify(`现在是 ${dayAndTime(clock.now())}`);
    } catch (error) {
      notify(wordsOf(error), 'alarm');
    }
  };
  const moments = useFetched<Moment[]>('/emulator/moments', ['clock', 'call', 'push', 'chat', 'desk']);
  const next = moments.value?.find(({ at }) => at > now);
  useKeys({
    n: () => void (next && move(() => clock.set(next.at))),
    b: () => void (clock.aheadMs && move(() => clock.follow())),
  });
  return (
    <>
      <PageHead
        title="时钟"
        words="模拟器里的一切都按这个时钟走：48 小时的客服窗口、两小时的令牌、云函数里的 Date。"
      />
      <div class="clock-page-columns">
        <div class="panel clock-panel">
          <p class="clock-time">
            <span class="clock-day">{day(now)}</span>
            <span class="clock-hand">{timeOfDay(now)}</span>
          </p>
          <p class={clock.aheadMs ? 'clock-shift shifted' : 'clock-shift'}>{shiftInWords(clock.aheadMs)}</p>
          <div class="button-row">
            {STEPS.map(([label, ms]) => (
              <button type="button" class="button" key={label} onClick={() => move(() => clock.advance(ms))}>
                {label}
              </button>
            ))}
          </div>
          <SetTime now={now} onSet={(time) => move(() => clock.set(time))} />
          <button
            type="button"
            class="button plain clock-back"
            disabled={!clock.aheadMs}
            onClick={() => move(() => clock.follow())}
          >
            回到本机时间 <kbd>b</kbd>
          </button>
        </div>
        <Moments moments={moments} now={now} onJump={(time) => move(() => clock.set(time))} />
      </div>
    </>
  );
}

function SetTime({ now, onSet }: { now: number; onSet: (time: number) => void }) {
  const [text, setText] = useState('');
  const time = text === '' ? Number.NaN : new Date(text).getTime();
  return (
    <form
      class="clock-set"
      onSubmit={(event) => {
        event.preventDefault();
        if (!Number.isNaN(time)) onSet(time);
      }}
    >
      <Field label="设为" hint={time < now ? '这会让时钟倒退。' : undefined}>
        <input
          type="datetime-local"
          step="1"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <button type="submit" class="button beside-field" disabled={Number.isNaN(time)}>
        设置
      </button>
    </form>
  );
}

interface MomentsProps {
  moments: Fetched<Moment[]>;
  now: number;
  onJump: (time: number) => void;
}

function Moments({ moments, now, onJump }: MomentsProps) {
  const users = useFetched<User[]>('/emulator/users', ['push']);
  const nameOf = (openid: string) => users.value?.find((user) => user.openid === openid)?.nickname ?? openid;
  const coming = moments.value?.filter(({ at }) => at > now);
  return (
    <section class="panel stack" aria-labelledby="moments-title">
      <h2 id="moments-title">接下来会发生</h2>
      {coming === undefined ? (
        <Waiting trouble={moments.trouble} onRetry={moments.reload} />
      ) : coming.length === 0 ? (
        <Empty
          title="没有在等时间的事"
          words="用户进入客服会话、发消息，函数取得令牌、上传素材，或者有了定时器之后，它们到期的时刻会列在这里。"
        />
      ) : (
        <ol class="moments">
          {coming.map((moment, index) => {
            const { title, detail } = wordsOfMoment(moment, nameOf);
            return (
              <li key={keyOfMoment(moment)}>
                <div class="moment-text">
                  <p>{title}</p>
                  <p class="quiet">{detail}</p>
                </div>
                <div class="moment-time">
                  <p class="mono">{dayAndTime(moment.at)}</p>
                  <p class="quiet">{span(moment.at - now)}后</p>
                </div>
                <div class="moment-jump">
                  {index === 0 && <kbd>n</kbd>}
                  <button
                    type="button"
                    class="button small plain"
                    aria-label={`跳到${title}前 10 秒`}
                    onClick={() => onJump(moment.at - 10_000)}
                  >
                    前 10 秒
                  </button>
                  <button
                    type="button"
                    class="button small"
                    aria-label={`跳到${title}`}
                    onClick={() => onJump(moment.at)}
                  >
                    跳到
                  </button>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
