/** Light or dark: as the system has it until the developer chooses. */
import { useEffect, useState } from 'preact/hooks';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'xinshi-console-theme';
const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

function keptTheme(): Theme {
  const kept = window.localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

// Before anything is drawn.
document.documentElement.dataset['theme'] = keptTheme();

export function useTheme(): { theme: Theme; turn: () => void } {
  const [theme, setTheme] = useState(keptTheme);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    window.localStorage.setItem(KEY, theme);
  }, [theme]);
  return { theme, turn: () => setTheme(NEXT[theme]) };
}
