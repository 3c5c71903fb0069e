import { brokenRule } from '../../../../cloudfunctions/shared/templates/fieldRules';

/** For each kind of field, the values at the limit that pass and those just over it that do not. */
const cases: Record<string, { keep: string[]; break: string[] }> = {
  thing1: {
    keep: ['好'.repeat(20), 'a'.repeat(20), '𠮷'.repeat(20), '混合 mixed, 123 ！'],
    break: ['好'.repeat(21), 'a'.repeat(21), '𠮷'.repeat(21), '两\n行'],
  },
  number1: {
    keep: ['0', '9'.repeat(32), '3.14', `${'1'.repeat(16)}.${'2'.repeat(16)}`],
    break: ['9'.repeat(33), `1.${'2'.repeat(32)}`, '-1', '1e5', '.5', '5.', '1,000', '一'],
  },
  letter1: {
    keep: ['a', 'Z'.repeat(32)],
    break: ['Z'.repeat(33), 'a1', 'a b', 'é', '字'],
  },
  symbol1: {
    keep: ['!', '★☆★☆★', '￥%&，。'],
    break: ['★☆★☆★☆', 'a', '1', '字', '★ ★'],
  },
  character_string1: {
    keep: ['XS20261123001', '-'.repeat(32), 'A-1 #2'],
    break: ['a'.repeat(33), '订单1', 'a\tb'],
  },
  time1: {
    keep: [
      '15:01',
      '9:05',
      '23:59:59',
      '2019年10月1日 15:01',
      '10月1日 15:01',
      '2019-10-01 15:01',
      '15:01~16:30',
      '2019年10月1日 15:01 ~ 2019年10月2日 09:00',
      '2019年10月1日 15:01~16:30',
    ],
    break: [
      '24:00',
      '15:60',
      '2019年10月1日',
      '15点',
      '15:01～16:30',
      '15:01~16:00~17:00',
      '15:01~',
      '下午3:01',
      '15:01\n',
    ],
  },
  date1: {
    keep: [
      '2019年10月1日',
      '2019年10月',
      '01月05日',
      '2018-01-01',
      '2018/1/1',
      '2018.01.01',
      '2018-01',
      '2019年10月1日 15:01',
      '2019年10月1日~2019年10月3日',
      '2019年10月1日 15:01~16:30',
    ],
    break: [
      '15:01',
      '2019年13月1日',
      '2019年10月32日',
      '2018-01/01',
      '2019年',
      '明天',
      '2019年10月1日 24:01',
      '2019年10月1日\n',
    ],
  },
  amount1: {
    keep: ['￥39.80元', '¥1', '$9999999999', '39.80元', '1234567890.99'],
    break: ['￥99999999999', '￥￥1', '1,000元', '免费', '￥', '1元整', '-1元'],
  },
  phone_number1: {
    keep: ['+86-0766-66888866', '13800138000', '(010) 62770334', '1'.repeat(17)],
    break: ['1'.repeat(18), '电话1380013800', 'call me', '-----'],
  },
  car_number1: {
    keep: ['粤A8Z888挂', '粤A8Z888', 'A8Z8888B', '粤'],
    break: ['粤A8Z8888挂', '粤粤8Z888', 'A-12345', '粤A8Z88 8'],
  },
  name1: {
    keep: ['李雷', '欧'.repeat(10), 'a'.repeat(20), 'Jean-Luc O’Neil', '李 Lei'],
    break: ['欧'.repeat(11), 'a'.repeat(21), `李${'a'.repeat(10)}`, '李雷2'],
  },
  phrase1: {
    keep: ['配送中', '一二三四五'],
    break: ['一二三四五六', '配送a', '配送!', '1'],
  },
};

describe('brokenRule', () => {
  for (const [key, values] of Object.entries(cases)) {
    it.each(values.keep)(`lets ${key} be %j`, (value) => {
      expect(brokenRule(key, value)).toBeUndefined();
    });
    it.each(values.break)(`says which rule ${key} breaks with %j`, (value) => {
      expect(brokenRule(key, value)).toEqual(expect.any(String));
    });
  }

  it('knows no rule for kinds that WeChat does not document', () => {
    expect(brokenRule('site01', 'TIT创意园 '.repeat(20))).toBeUndefined();
    expect(brokenRule('constructor1', 'x')).toBeUndefined();
  });
});
