/** What of the console runs in the browser. */
import type { EntryPoints } from '../browserCode';

export const CONSOLE_ENTRY_POINTS: EntryPoints = { console: 'console/browser/main.tsx' };
