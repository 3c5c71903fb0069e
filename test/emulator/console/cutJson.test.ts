/** A response that is too long for the journal is read as far as it is there. */
import { readCut } from '../../../scripts/emulator/console/browser/parts/cutJson';
import { cut } from '../../../scripts/emulator/journal/excerpt';

describe('a JSON text that the journal has cut', () => {
  it('is indented as JSON.stringify does it, up to where it ends', () => {
    const value = {
      rows: [{ n: 1, text: '{"a": [1, 2]} \\" , :', empty: {}, none: [] }],
      long: 'x'.repeat(100_000),
    };
    const json = JSON.stringify(value);
    const kept = readCut(cut(json));

    expect(kept?.length).toBe(json.length);
    const text = kept?.text ?? '';
    expect(text.length).toBeGreaterThan(65_000);
    expect(JSON.stringify(value, null, 2).startsWith(text)).toBe(true);
  });

  it('is told from one that is whole, and from any other value', () => {
    expect([readCut('{"a":1}'), readCut({ a: 1 }), readCut(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
