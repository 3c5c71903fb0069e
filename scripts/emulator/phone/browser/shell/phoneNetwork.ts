/** This phone's network: what has to pass it, and what waits while there is none. */
import type { EmulatorEvent } from '../../../contract';
import { type NetworkState, SLOW_MS } from '../host';

/** The rest of what happens is the emulator's, not WeChat's. */
const BROUGHT_BY_WECHAT: ReadonlySet<EmulatorEvent['type']> = new Set(['notification', 'chat', 'desk']);

export class PhoneNetwork {
  private missed: EmulatorEvent[] = [];

  /** @param state what the user has chosen for it */
  constructor(private readonly state: () => NetworkState) {}

  /** @returns whether the event waits: WeChat cannot bring it now */
  holds(event: EmulatorEvent): boolean {
    if (this.state() !== 'offline' || !BROUGHT_BY_WECHAT.has(event.type)) return false;
    this.missed.push(event);
    return true;
  }

  /** What has waited, unless there is still no network. */
  release(): EmulatorEvent[] {
    return this.state() === 'offline' ? [] : this.missed.splice(0);
  }

  /** What has waited is known by other ways. */
  forget(): void {
    this.missed = [];
  }

  /** @returns whether there is one; a slow one takes its time first */
  async pass(): Promise<boolean> {
    if (this.state() === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    return this.state() !== 'offline';
  }
}
