/** Makes `Date` tell the emulator's time: the machine's, plus what the clock was moved by. */

/** @returns {{ setAhead(ms: number): void }} */
exports.followClock = () => {
  let aheadMs = 0;
  const MachineDate = Date;
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, parts, newTarget) =>
      Reflect.construct(target, parts.length > 0 ? parts : [MachineDate.now() + aheadMs], newTarget),
    apply: () => new Date().toString(),
    get: (target, key, receiver) =>
      key === 'now' ? () => MachineDate.now() + aheadMs : Reflect.get(target, key, receiver),
  });
  return {
    setAhead(ms) {
      aheadMs = ms;
    },
  };
};
