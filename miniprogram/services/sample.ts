/** Values to try a template with: one for each field, by the rule that the letters of its key name. */

interface Field {
  /** What it means in this project: `orderNo`. */
  name: string;
  /** `thing1`, `date3`. */
  key: string;
  label: string;
}

/** WeChat's rules by kind (its documentation: server API subscribeMessage.send). */
const SAMPLES: Record<string, (field: Field, now: Date) => string> = {
  thing: ({ label }) => `${label}（试发）`.slice(0, 20),
  number: () => '1',
  letter: () => 'XINSHI',
  symbol: () => '✓',
  character_string: (_, now) => `XS${now.getTime()}`,
  time: (_, now) => `${day(now)} ${clock(now)}`,
  date: (_, now) => `${day(now)} ${clock(now)}`,
  amount: () => '￥39.80',
  phone_number: () => '+86-0766-66888866',
  car_number: () => '粤A8Z888挂',
  name: () => '李雷',
  phrase: () => '进行中',
};

/** @returns values by the fields' names */
export function sampleData(fields: Field[], now: Date): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.name, sampleOf(field, now)]));
}

function sampleOf(field: Field, now: Date): string {
  const kind = field.key.replace(/\d+$/, '');
  return SAMPLES[kind]?.(field, now) ?? '试发';
}

const day = (date: Date) => `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;

const clock = (date: Date) => `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;

const twoDigits = (number: number) => String(number).padStart(2, '0');
