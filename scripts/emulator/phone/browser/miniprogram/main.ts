/** The mini-program's document: runs what the compiler made, in the phone that this frame lies in. */
import type { SourceError } from '../../program';
import type { PhoneHost } from '../host';
import { followClock } from './clock';
import { relayConsole } from './consoleRelay';
import { wxsCalls } from './events/wxsInstance';
import { ModuleFailure } from './modules';
import type { Program } from './pages/pageParts';
import { startMiniProgram } from './start';
import { loadCloudDatabase } from './wx/cloud/database';
import './components/look/look';

declare global {
  interface Window {
    xinshiPhone?: PhoneHost;
    /** What the compiled script calls. */
    xinshi?: {
      start(program: Program): Promise<void>;
      fail(errors: SourceError[]): void;
      /** How functions of WXS are called. */
      wxs: typeof wxsCalls;
    };
  }
}

const host = window.parent.xinshiPhone;
// Opened by itself, without a phone around it.
if (host === undefined) window.location.replace('../');
else {
  relayConsole(host);
  followClock(host);
  window.xinshi = {
    async start(program) {
      try {
        await loadCloudDatabase(program);
        await startMiniProgram(program, host);
      } catch (error) {
        console.error(error);
        host.showSourceErrors([startError(error)]);
      }
    },
    fail: (errors) => host.showSourceErrors(errors),
    wxs: wxsCalls,
  };
}

function startError(error: unknown): SourceError {
  if (error instanceof ModuleFailure) return { file: error.path, message: error.message };
  return { file: 'app.json', message: error instanceof Error ? error.message : String(error) };
}
