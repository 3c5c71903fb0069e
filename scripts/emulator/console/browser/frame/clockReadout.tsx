/** The emulator's time, ticking, with how far it is from this machine's. */
import { useEffect, useReducer } from 'preact/hooks';
import { useParts, useRedraw } from './context';
import { dayAndTime, span } from './moment';
import { hrefOf } from './route';

/** The emulator's time, drawn anew each second. */
export function useNow(): number {
  const { clock } = useParts();
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useRedraw((redraw) => clock.watch(redraw));
  useEffect(() => {
    const timer = window.setInterval(() => tick(undefined), 1_000);
    return () => window.clearInterval(timer);
  }, []);
  return clock.now();
}

/** `与本机一致`, `快 2 天 3 小时` */
export function shiftInWords(aheadMs: number | undefined): string {
  if (aheadMs === undefined) return '正在读取';
  if (aheadMs === 0) return '与本机一致';
  return `${aheadMs > 0 ? '快' : '慢'} ${span(Math.abs(aheadMs))}`;
}

export function ClockReadout() {
  const { clock } = useParts();
  const now = useNow();
  return (
    <a class="clock-readout" href={hrefOf('clock')}>
      <span class="unseen">模拟器的时钟</span>
      <span class="mono">{dayAndTime(now)}</span>
      <span class={clock.aheadMs ? 'clock-shift shifted' : 'clock-shift'}>{shiftInWords(clock.aheadMs)}</span>
    </a>
  );
}
