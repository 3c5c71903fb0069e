/** What each mode of `<picker>` shows and gives (WeChat's documentation: component/picker). */

export interface PickerData {
  range: unknown[];
  rangeKey: string;
  value: unknown;
  start: string;
  end: string;
  fields: string;
}

export interface PickerMode {
  columns(data: PickerData): string[][];
  /** The index in each column that `value` stands for. */
  indexes(data: PickerData): number[];
  /** `detail` of the change event. */
  detail(data: PickerData, indexes: number[]): { value: unknown } & Record<string, unknown>;
}

const two = (number: number) => String(number).padStart(2, '0');

const sequence = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => two(from + index));

const label = (item: unknown, key: string): string =>
  key !== '' && typeof item === 'object' && item !== null
    ? String((item as Record<string, unknown>)[key] ?? '')
    : String(item);

const selector: PickerMode = {
  columns: ({ range, rangeKey }) => [range.map((item) => label(item, rangeKey))],
  indexes: ({ value }) => [Number(value) || 0],
  // A string, as WeChat gives it.
  detail: (_, [index = 0]) => ({ value: String(index) }),
};

const multiSelector: PickerMode = {
  columns: ({ range, rangeKey }) =>
    range.map((column) => (Array.isArray(column) ? column.map((item) => label(item, rangeKey)) : [])),
  indexes: ({ range, value }) =>
    range.map((_, column) => Number(Array.isArray(value) ? value[column] : 0) || 0),
  detail: (_, indexes) => ({ value: [...indexes] }),
};

const time: PickerMode = {
  columns: () => [sequence(0, 23), sequence(0, 59)],
  indexes: ({ value }) => (/^(\d+):(\d+)/.exec(String(value)) ?? [0, 0, 0]).slice(1, 3).map(Number),
  detail: ({ start, end }, [hour = 0, minute = 0]) => ({
    value: between(start, `${two(hour)}:${two(minute)}`, end),
  }),
};

const year = (text: string, byDefault: number) => Number(/^\d{4}/.exec(text)?.[0] ?? byDefault);

const date: PickerMode = {
  columns({ start, end, fields }) {
    const years = sequence(year(start, 1900), year(end, 2100));
    return [years, sequence(1, 12), sequence(1, 31)].slice(0, depth(fields));
  },
  indexes({ start, end, value, fields }) {
    const [, y, m, d] = /^(\d{4})(?:-(\d+))?(?:-(\d+))?/.exec(String(value)) ?? today();
    const first = year(start, 1900);
    const shown = Math.min(Math.max(Number(y), first), year(end, 2100));
    return [shown - first, Number(m ?? 1) - 1, Number(d ?? 1) - 1].slice(0, depth(fields));
  },
  detail({ start, end, fields }, [y = 0, m = 0, d = 0]) {
    const first = year(start, 1900) + y;
    // The last day of a shorter month stands for those that it does not have.
    const day = Math.min(d + 1, new Date(first, m + 1, 0).getDate());
    const chosen = [String(first), two(m + 1), two(day)].slice(0, depth(fields)).join('-');
    return { value: between(start, chosen, end) };
  },
};

/** The nearest that the picker may give; of two dates or times the later is the greater text. */
function between(start: string, chosen: string, end: string): string {
  const [first, last] = [start, end].map((bound) => bound.slice(0, chosen.length));
  if (isBound(first) && chosen < first) return first;
  return isBound(last) && chosen > last ? last : chosen;
}

const isBound = (text: string | undefined): text is string =>
  text !== undefined && /^\d{2,4}[-:]?/.test(text);

const depth = (fields: string) => ({ year: 1, month: 2 })[fields] ?? 3;

const today = () => {
  const now = new Date();
  return ['', now.getFullYear(), now.getMonth() + 1, now.getDate()];
};

/** A few places stand for all: the emulator does not carry WeChat's list. */
const REGIONS: Record<string, Record<string, string[]>> = {
  北京市: { 北京市: ['东城区', '西城区', '朝阳区', '海淀区'] },
  上海市: { 上海市: ['黄浦区', '徐汇区', '浦东新区'] },
  广东省: { 广州市: ['天河区', '海珠区', '越秀区'], 深圳市: ['南山区', '福田区', '罗湖区'] },
  四川省: { 成都市: ['锦江区', '武侯区', '高新区'] },
};
const PLACES = Object.entries(REGIONS).flatMap(([province, cities]) =>
  Object.entries(cities).flatMap(([city, districts]) =>
    districts.map((district) => [province, city, district]),
  ),
);

const region: PickerMode = {
  columns: () => [PLACES.map((place) => place.join(' '))],
  indexes: ({ value }) => [
    Math.max(
      0,
      PLACES.findIndex((place) => String(place) === String(value)),
    ),
  ],
  detail: (_, [index = 0]) => ({ value: PLACES[index] ?? [], code: [], postcode: '' }),
};

export const PICKER_MODES: Record<string, PickerMode> = { selector, multiSelector, time, date, region };
