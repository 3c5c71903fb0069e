/** The mini-program's `Date`: the emulator's clock, which can be moved, in place of this machine's. */
import type { PhoneHost } from '../host';

/** From now on the current time in this document is the emulator's, also after its clock is moved. */
export function followClock(host: Pick<PhoneHost, 'clockAheadMs'>): void {
  const MachineDate = window.Date;
  const now = () => MachineDate.now() + host.clockAheadMs();
  const EmulatorDate: DateConstructor = new Proxy(MachineDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    // `Date()` without `new` is a text.
    apply: () => new MachineDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  MachineDate.prototype.constructor = EmulatorDate;
  window.Date = EmulatorDate;
}
