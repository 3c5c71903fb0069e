/** What of the phone runs in the browser. */
import type { EntryPoints } from '../browserCode';

export const PHONE_ENTRY_POINTS: EntryPoints = {
  shell: 'phone/browser/shell/main.tsx',
  runtime: 'phone/browser/miniprogram/main.ts',
  /** `wx.cloud.database()`: for mini-programs that use it. */
  cloudDatabase: 'phone/browser/miniprogram/wx/cloudDatabase/main.ts',
  /** The shared worker. */
  events: 'phone/browser/eventsWorker.ts',
};
