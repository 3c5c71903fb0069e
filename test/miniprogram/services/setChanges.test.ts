import { setChanges } from '../../../miniprogram/services/setChanges';

/** A page that shows this; `drawn` is what it was told to draw. */
function page<Data extends object>(data: Data) {
  const drawn: object[] = [];
  return { data, drawn, setData: (change: object) => drawn.push(change) };
}

describe('setChanges', () => {
  it('draws nothing when nothing has changed', () => {
    const shown = page({ phase: 'ready', rows: [{ id: 'a', left: 5 }] });
    setChanges(shown, { phase: 'ready', rows: [{ id: 'a', left: 5 }] });
    expect(shown.drawn).toEqual([]);
  });

  it('draws what has changed, of a list the item', () => {
    const shown = page({
      stale: '',
      more: true,
      rows: [
        { id: 'a', left: 5 },
        { id: 'b', left: 2 },
      ],
    });
    setChanges(shown, {
      stale: '没有连上服务',
      more: true,
      rows: [
        { id: 'a', left: 5 },
        { id: 'b', left: 1 },
      ],
    });
    expect(shown.drawn).toEqual([{ stale: '没有连上服务', 'rows[1]': { id: 'b', left: 1 } }]);
  });

  it('draws a list anew that is longer or shorter', () => {
    const shown = page({ rows: ['a'] });
    setChanges(shown, { rows: ['a', 'b'] });
    expect(shown.drawn).toEqual([{ rows: ['a', 'b'] }]);
  });
});
