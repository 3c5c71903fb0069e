import {
  PICKER_MODES,
  type PickerData,
} from '../../../../../../scripts/emulator/phone/browser/miniprogram/components/pickerModes';

const data = (given: Partial<PickerData>): PickerData => ({
  range: [],
  rangeKey: '',
  value: '',
  start: '',
  end: '',
  fields: 'day',
  ...given,
});

/** What a picker gives when it is opened and confirmed as it stands. */
const confirmed = (mode: string, given: Partial<PickerData>) => {
  const picker = PICKER_MODES[mode];
  return picker?.detail(data(given), picker.indexes(data(given))).value;
};

describe('a picker that is confirmed as it stands', () => {
  it.each([
    ['date', { value: '2026-10-5', start: '2018-01-01', end: '2030-01-01' }, '2026-10-05'],
    ['date', { value: '2026-10-05', end: '2019-09-01' }, '2019-09-01'],
    ['date', { value: '2010-03-05', start: '2018-01-15' }, '2018-03-05'],
    ['date', { value: '2018-01-05', start: '2018-01-15', fields: 'month' }, '2018-01'],
    ['time', { value: '23:30', start: '09:00', end: '21:00' }, '21:00'],
    ['time', { value: '8:05' }, '08:05'],
  ])('%s of %j is %s', (mode, given, value) => {
    expect(confirmed(mode, given)).toBe(value);
  });
});

describe('the wheels of a picker', () => {
  const shown = (mode: string, given: Partial<PickerData>) =>
    PICKER_MODES[mode]?.columns(data(given)).map((column) => `${column[0]}..${column.at(-1)}`);

  it.each([
    ['date', { value: '2026-02-05' }, ['1900..2100', '01..12', '01..28']],
    ['date', { value: '2018-01-20', start: '2018-01-15' }, ['2018..2100', '01..12', '15..31']],
    ['date', { value: '2019-09-01', end: '2019-09-10' }, ['1900..2019', '01..09', '01..10']],
    ['date', { value: '2019', end: '2019', fields: 'month' }, ['1900..2019', '01..12']],
    ['time', { value: '09:30', start: '09:15', end: '21:00' }, ['09..21', '15..59']],
  ])('%s of %j are %j: they offer what may be chosen', (mode, given, columns) => {
    expect(shown(mode, given)).toEqual(columns);
  });

  it('follow one that is turned, and stay where they can', () => {
    const given = data({ value: '2018-03-31', start: '2018-03-15' });
    const { date } = PICKER_MODES;
    const indexes = date?.indexes(given) ?? [];
    // To 2019, where March is the third month; then to February, which has no 31st.
    const later = date?.turn?.(given, indexes, 0, 1);
    expect(date?.detail(given, later?.indexes ?? []).value).toBe('2019-03-31');
    const shorter = date?.turn?.(given, later?.indexes ?? [], 1, 1);
    expect(shorter?.columns[2]?.length).toBe(28);
    expect(date?.detail(given, shorter?.indexes ?? []).value).toBe('2019-02-28');
  });
});
