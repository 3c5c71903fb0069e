import { candidatePaths, resolvePath } from '../../../scripts/emulator/phone/path';

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

describe('candidatePaths', () => {
  it('looks beside the file, then in the packages of each folder up to the root', () => {
    expect(candidatePaths('pages/a/a', 'tslib')).toEqual([
      'pages/a/tslib',
      'pages/a/tslib/index',
      'pages/a/miniprogram_npm/tslib',
      'pages/a/miniprogram_npm/tslib/index',
      'pages/miniprogram_npm/tslib',
      'pages/miniprogram_npm/tslib/index',
      'miniprogram_npm/tslib',
      'miniprogram_npm/tslib/index',
    ]);
  });

  it('looks for a path that begins with a dot or a slash nowhere else', () => {
    expect(candidatePaths('pages/a/a', '../b')).toEqual(['pages/b', 'pages/b/index']);
    expect(candidatePaths('pages/a/a', '/b')).toEqual(['b', 'b/index']);
  });
});
