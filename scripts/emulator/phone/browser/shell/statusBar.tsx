/** The top line of a phone that is drawn on a desktop; a real phone has its own. */
import { useEffect, useState } from 'preact/hooks';
import type { NetworkState } from '../host';
import { clockTime } from './moment';

interface StatusBarProps {
  /** The emulator's time. */
  now(): number;
  network: NetworkState;
}

/** How plainly the sign of the network shows. */
const WAVES: Record<NetworkState, number> = { online: 1, slow: 0.5, offline: 0.15 };

/** Milliseconds between looks at the clock: the bar shows minutes. */
const TICK_MS = 10_000;

export function StatusBar({ now, network }: StatusBarProps) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="status-bar" aria-hidden="true">
      <span>{clockTime(now())}</span>
      <svg viewBox="0 0 66 12" width="66" height="12" fill="currentColor" aria-hidden="true">
        <path d="M0 8h3v4H0zM5 5.5h3V12H5zM10 3h3v9h-3zM15 0h3v12h-3z" />
        <path
          opacity={WAVES[network]}
          d="M31 2.2a9 9 0 0 1 6.4 2.6l1.4-1.5a11 11 0 0 0-15.600 0l1.4 1.500A9 9 0 0 1 31 2.200zm0 4a5 5 0 0 1 3.600 1.500L31 11.500l-3.600-3.800A5 5 0 0 1 31 6.200z"
        />
        <path d="M45 1.500A1.500 1.500 0 0 1 46.500 0h14A1.500 1.500 0 0 1 62 1.500v9a1.500 1.500 0 0 1-1.500 1.500h-14a1.500 1.500 0 0 1-1.500-1.500zM63.500 4v4a2 2 0 0 0 1.500-2 2 2 0 0 0-1.500-2z" />
      </svg>
    </div>
  );
}
