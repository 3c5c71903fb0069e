import { resolvePath } from '../../../scripts/emulator/phone/path';

describe('resolvePath', () => {
  it.each([
    ['pages/a/a', './b', 'pages/a/b'],
    ['pages/a/a', 'b', 'pages/a/b'],
    ['pages/a/a', '../../lib/c', 'lib/c'],
    ['pages/a/a', '/lib//c', 'lib/c'],
    ['', 'lib/c', 'lib/c'],
  ])('from %s, %s is %s', (from, path, resolved) => {
    expect(resolvePath(from, path)).toBe(resolved);
  });

  it('never leads out of the mini-program', () => {
    expect(resolvePath('pages/a/a', '../../../secret')).toBeUndefined();
    expect(resolvePath('a', '/../secret')).toBeUndefined();
  });
});
