import { decoded } from '../../../miniprogram/services/query';

describe('decoded', () => {
  it('reads what was written with %', () => {
    expect(decoded('%E8%AE%A2%E5%8D%95%201024')).toBe('订单 1024');
  });

  it('leaves a lone % as it is', () => {
    expect(decoded('100%')).toBe('100%');
  });
});
