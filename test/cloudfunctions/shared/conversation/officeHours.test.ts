import { isOfficeOpen } from '../../../../cloudfunctions/shared/conversation/officeHours';
import type { OfficeHours } from '../../../../cloudfunctions/shared/conversation/ruleTypes';

const HOURS: OfficeHours = { days: ['mon', 'fri'], from: '09:00', to: '18:00' };
const at = (time: string) => isOfficeOpen(HOURS, Date.parse(time));

describe('office hours', () => {
  it.each([
    ['Monday at nine in China', '2026-11-30T09:00:00+08:00', true],
    ['a second before', '2026-11-30T08:59:59+08:00', false],
    ['the last minute', '2026-11-30T17:59:59+08:00', true],
    ['closing time', '2026-11-30T18:00:00+08:00', false],
    ['Tuesday', '2026-12-01T12:00:00+08:00', false],
    ['Friday in China, Thursday in UTC', '2026-12-03T17:30:00-09:00', true],
    ['Monday in UTC, Tuesday in China', '2026-11-30T17:00:00Z', false],
  ])('%s: %s', (_what, time, open) => {
    expect(at(time)).toBe(open);
  });

  it('go on until midnight when they end at 24:00', () => {
    const late: OfficeHours = { days: ['mon'], from: '00:00', to: '24:00' };
    expect(isOfficeOpen(late, Date.parse('2026-11-30T23:59:59+08:00'))).toBe(true);
  });
});
