/** What each mode of `<picker>` shows and gives (WeChat's documentation: component/picker). */
import { type Dial, type Dialled, dialNumbers, dialPlaces, placesOf } from './dial';

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
  /** A column has turned, of which others depend: what they show then. */
  turn?(data: PickerData, indexes: number[], column: number, index: number): Shown;
  /** `detail` of the change event. */
  detail(data: PickerData, indexes: number[]): { value: unknown } & Record<string, unknown>;
}

interface Shown {
  columns: string[][];
  indexes: number[];
}

const two = (number: number) => String(number).padStart(2, '0');

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

/** A mode of numbers within `start` and `end`, joined by a sign. */
function dialled(
  sign: string,
  dialOf: (data: PickerData) => Dial,
  read: (value: string) => number[] | undefined,
  byDefault: () => number[],
): PickerMode {
  const now = (data: PickerData) => dialNumbers(dialOf(data), read(String(data.value)) ?? byDefault());
  const shown = (at: Dialled): Shown => ({
    columns: at.numbers.map((numbers) => numbers.map(two)),
    indexes: placesOf(at),
  });
  return {
    columns: (data) => shown(now(data)).columns,
    indexes: (data) => shown(now(data)).indexes,
    turn(data, indexes, column, index) {
      const { numbers, chosen } = dialPlaces(dialOf(data), indexes);
      const turned = [...chosen];
      turned[column] = numbers[column]?.[index] ?? 0;
      return shown(dialNumbers(dialOf(data), turned));
    },
    detail: (data, indexes) => ({
      value: dialPlaces(dialOf(data), indexes).chosen.map(two).join(sign),
    }),
  };
}

const readTime = (text: string) => /^(\d{1,2}):(\d{1,2})/.exec(text)?.slice(1).map(Number);

const time = dialled(
  ':',
  ({ start, end }) => ({
    first: readTime(start) ?? [0, 0],
    last: readTime(end) ?? [23, 59],
    span: (before) => [0, before.length === 0 ? 23 : 59],
  }),
  readTime,
  () => [0, 0],
);

const readDate = (text: string) =>
  /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/
    .exec(text)
    ?.slice(1)
    .filter((part) => part !== undefined)
    .map(Number);

const FIRST_DATE = [1900, 1, 1];
const LAST_DATE = [2100, 12, 31];

const date = dialled(
  '-',
  ({ start, end, fields }) => {
    const columns = { year: 1, month: 2 }[fields] ?? 3;
    // `2018` is the whole year.
    const bound = (text: string, whole: number[]) => {
      const read = readDate(text);
      return whole.map((number, column) => (read ?? whole)[column] ?? number).slice(0, columns);
    };
    return { first: bound(start, FIRST_DATE), last: bound(end, LAST_DATE), span: spanOfDate };
  },
  readDate,
  () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  },
);

function spanOfDate([year, month]: number[]): [number, number] {
  if (year === undefined) return [0, 9999];
  return month === undefined ? [1, 12] : [1, new Date(year, month, 0).getDate()];
}

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
