import { createPorts } from '../../../../scripts/emulator/phone/browser/ports';

/** A phone's end: what it is told, and how it says whether it is there. */
function phone(ports: ReturnType<typeof createPorts>) {
  const told: unknown[] = [];
  const say = ports.add({ postMessage: (message) => void told.push(message) });
  return { told, say };
}

describe('the shared worker', () => {
  it('tells each phone what happens, but for those that have gone, until they are back', () => {
    const ports = createPorts();
    const [one, other] = [phone(ports), phone(ports)];
    ports.post('first');
    other.say('gone');
    ports.post('second');
    other.say('back');
    ports.post('third');
    expect(one.told).toEqual(['first', 'second', 'third']);
    expect(other.told).toEqual(['first', 'third']);
  });
});
