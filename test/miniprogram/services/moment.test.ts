import { leftText, momentText } from '../../../miniprogram/services/moment';

describe('momentText', () => {
  const now = new Date(2026, 10, 23, 15, 1).getTime();

  it.each([
    [new Date(2026, 10, 23, 9, 5), '09:05'],
    [new Date(2026, 10, 22, 23, 59), '昨天 23:59'],
    [new Date(2026, 10, 21, 15, 1), '11月21日 15:01'],
    [new Date(2025, 11, 31, 15, 1), '2025年12月31日 15:01'],
  ])('%s', (date, text) => {
    expect(momentText(date.getTime(), now)).toBe(text);
  });
});

describe('leftText', () => {
  it.each([
    [48 * 3_600_000, '48:00:00'],
    [47 * 3_600_000 + 59 * 60_000 + 12_000, '47:59:12'],
    [60_000, '1:00'],
    [41_400, '0:42'],
    [1, '0:01'],
    [0, ''],
    [-5, ''],
  ])('%d ms', (leftMs, text) => {
    expect(leftText(leftMs)).toBe(text);
  });
});
