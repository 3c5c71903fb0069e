import type { FaultRule } from '../../../scripts/emulator/contract';
import { createFaults } from '../../../scripts/emulator/faults/faults';
import { openStore, type Store } from '../../../scripts/emulator/state/store';
import { temporaryFolder } from '../../temporaryFolder';

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

function faultsWith(seed: number, ...rules: FaultRule[]) {
  const store = openStore();
  stores.push(store);
  const faults = createFaults(store);
  faults.replace({ seed, rules });
  return faults;
}

const SEND = 'subscribeMessage.send';
const LOST: FaultRule = { api: SEND, share: 0.3, kind: 'replyLost' };
const LATE: FaultRule = { api: '*', share: 1, kind: 'latency', latencyMs: 10 };

/** Which of so many calls are hit: `.` and `x`. */
const pattern = (faults: ReturnType<typeof createFaults>, calls: number, name = SEND) =>
  Array.from({ length: calls }, () => (faults.draw(name).fault === undefined ? '.' : 'x')).join('');

describe('draw', () => {
  it('gives the same faults for the same seed and the same order of calls', () => {
    expect(pattern(faultsWith(7, LOST), 200)).toBe(pattern(faultsWith(7, LOST), 200));
    expect(pattern(faultsWith(7, LOST), 200)).not.toBe(pattern(faultsWith(8, LOST), 200));
  });

  it('is not changed by calls that the rule does not concern', () => {
    const disturbed = faultsWith(7, LOST);
    const drawn = Array.from({ length: 50 }, () => {
      disturbed.draw('database.getDocument');
      return pattern(disturbed, 1);
    });

    expect(drawn.join('')).toBe(pattern(faultsWith(7, LOST), 50));
  });

  it('hits the share of calls that the rule names', () => {
    const hits = [...pattern(faultsWith(1, LOST), 2_000)].filter((call) => call === 'x').length;

    expect(hits).toBeGreaterThan(540);
    expect(hits).toBeLessThan(660);
    expect(pattern(faultsWith(1, { ...LOST, share: 0 }), 100)).not.toContain('x');
    expect(pattern(faultsWith(1, { ...LOST, share: 1 }), 100)).not.toContain('.');
  });

  it('stops after so many times', () => {
    expect(pattern(faultsWith(1, { ...LOST, share: 1, times: 2 }), 5)).toBe('xx...');
  });

  it('goes on where it was after a restart, and begins anew when the rules are put again', async () => {
    const data = temporaryFolder();
    const before = openStore(data);
    const first = createFaults(before);
    first.replace({ seed: 7, rules: [LOST] });
    const begun = pattern(first, 20);
    await before.close();
    const after = openStore(data);
    stores.push(after);
    const second = createFaults(after);

    expect(begun + pattern(second, 20)).toBe(pattern(faultsWith(7, LOST), 40));
    second.replace({ seed: 7, rules: [LOST] });
    expect(pattern(second, 20)).toBe(begun);
  });

  it('adds latencies up, and takes the first other fault', () => {
    const faults = faultsWith(1, LATE, { ...LOST, share: 1 }, LATE, {
      api: SEND,
      share: 1,
      kind: 'error',
      errcode: -1,
    });

    expect(faults.draw(SEND)).toMatchObject({ latencyMs: 20, fault: { kind: 'replyLost' } });
  });

  it.each([
    ['subscribeMessage.send', 'subscribeMessage.send', true],
    ['subscribeMessage', 'subscribeMessage.send', true],
    ['*', 'database.getDocument', true],
    ['database', 'database.getDocument', true],
    ['database.get', 'database.getDocument', false],
    ['subscribeMessage.send', 'subscribeMessage.sendBatch', false],
    ['*', 'push.text', true],
  ])('a rule for %s concerns %s: %s', (api, name, concerned) => {
    const hit = faultsWith(1, { ...LATE, api }).draw(name);

    expect(hit.latencyMs > 0).toBe(concerned);
  });

  it('spares calls that a fault of * cannot hit', () => {
    const error: FaultRule = { api: '*', share: 1, kind: 'error', errcode: 45009 };

    expect(faultsWith(1, error).draw(SEND).fault).toBeDefined();
    expect(faultsWith(1, error).draw('database.getDocument').fault).toBeUndefined();
    expect(faultsWith(1, error).draw('requestSubscribeMessage').fault).toBeUndefined();
    expect(faultsWith(1, { ...error, errcode: 10002 }).draw('requestSubscribeMessage').fault).toBeDefined();
    expect(faultsWith(1, { ...error, errcode: 10002 }).draw(SEND).fault).toBeUndefined();
  });
});

describe('foresee', () => {
  it('tells what the next call meets, and changes nothing', () => {
    const faults = faultsWith(7, LOST);
    for (let call = 0; call < 20; call++) {
      const foreseen = faults.foresee(SEND);
      expect(faults.foresee(SEND)).toEqual(foreseen);
      expect(faults.draw(SEND)).toEqual(foreseen);
    }
  });
});

describe('onChange', () => {
  it('is called when the rules are others, and when they are cleared', () => {
    const faults = faultsWith(1);
    const seen: number[] = [];
    faults.onChange(() => seen.push(faults.settings().rules.length));
    faults.replace({ seed: 1, rules: [LOST, LATE] });
    faults.draw(SEND);
    faults.clear();
    expect(seen).toEqual([2, 0]);
  });
});
