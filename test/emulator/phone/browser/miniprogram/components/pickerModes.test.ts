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
