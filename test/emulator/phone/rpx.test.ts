import { rpxToViewport } from '../../../scripts/emulator/phone/rpx';

describe('rpxToViewport', () => {
  it.each([
    ['750rpx', '100vw'],
    ['32rpx 0 -15rpx', '4.26667vw 0 -2vw'],
    ['calc(100% - 7.5rpx)', 'calc(100% - 1vw)'],
    ['.75rpx', 'max(1px, 0.1vw)'],
    ['0rpx -1rpx 2rpx', '0vw min(-1px, -0.13333vw) 0.26667vw'],
    ['12px', '12px'],
    ['var(--a12rpx)', 'var(--a12rpx)'],
  ])('%s is %s', (written, css) => {
    expect(rpxToViewport(written)).toBe(css);
  });
});
