import { keepsFieldRule } from '../../../../scripts/emulator/wechat/templates/fieldRules';
import { TEMPLATES } from '../world';

/** On each side of each limit in WeChat's table of field rules. */
const CASES: Record<string, { kept: string[]; broken: string[] }> = {
  thing1: {
    kept: ['字'.repeat(20), 'a1!中', '😀'.repeat(20), ' '],
    broken: ['字'.repeat(21), '两\n行', '制表\t符', 'x'.repeat(10_000)],
  },
  number1: {
    kept: ['0', '1'.repeat(32), '3.14', `${'1'.repeat(30)}.25`],
    broken: ['1'.repeat(33), `${'1'.repeat(30)}.255`, '1,000', '-1', '一', '1.', '.5'],
  },
  letter1: { kept: ['a', 'Zz'.repeat(16)], broken: ['a'.repeat(33), 'a1', 'a b', '字'] },
  symbol1: { kept: ['!', '!?@#￥'], broken: ['!!!!!!', 'a', '1', '字', ' '] },
  character_string1: {
    kept: ['XS-2026_1123', 'a'.repeat(32)],
    broken: ['a'.repeat(33), '订单1', 'a\nb'],
  },
  time1: {
    kept: [
      '15:01',
      '9:05',
      '15:01:59',
      '2019年10月1日 15:01',
      '2019-10-01 15:01',
      '15:01~16:01',
      '2019年10月1日 15:01~2019年10月2日 15:01',
    ],
    broken: [
      '24:00',
      '15:60',
      '15点',
      '下午3:01',
      '15:01～16:01',
      '15:01~16:01~17:01',
      '15:01~',
      '2019年10月1日',
    ],
  },
  date1: {
    kept: [
      '2019年10月1日',
      '2019年10月',
      '10月1日',
      '2019年10月1日 15:01',
      '2018-01-01',
      '2018/01/01',
      '2018.01.01',
      '2018-01',
      '01-01',
      '2019年10月1日~2019年10月7日',
    ],
    broken: [
      '15:01',
      '2019年13月1日',
      '2019年10月32日',
      '2018-01/01',
      '20180101',
      '2019年10月1日～2019年10月7日',
      '今天',
    ],
  },
  amount1: {
    kept: ['￥39.80元', '¥39', '$1234567890', '39.80元', '39.80'],
    broken: ['￥12345678901', '￥￥1', '￥1.元', '三十元', '39元整', '-1', '￥'],
  },
  phone_number1: {
    kept: ['+86-0766-66888866', '13800138000'],
    broken: ['+86-0766-668888667', '1380013800a', '电话1380013'],
  },
  car_number1: {
    kept: ['粤A8Z888挂', '粤A8Z888', 'A1'],
    broken: ['粤A8Z8888挂', '粤粤A8Z88', '粤A-Z888', '粤A挂8'],
  },
  name1: {
    kept: ['李'.repeat(10), 'a'.repeat(20), 'Han Meimei', '李Lei', '阿卜杜拉·李'],
    broken: ['李'.repeat(11), 'a'.repeat(21), '李LeiLeiLeiLei', 'Lei1', '李1'],
  },
  phrase1: { kept: ['配送中', '汉'.repeat(5)], broken: ['汉'.repeat(6), '配送!', 'ok', '配送1'] },
  site01: { kept: ['TIT创意园', 'x'.repeat(10_000)], broken: [] },
};

describe('keepsFieldRule', () => {
  for (const [key, { kept, broken }] of Object.entries(CASES)) {
    it.each(kept)(`${key} accepts %j`, (value) => expect(keepsFieldRule(key, value)).toBe(true));
    if (broken.length > 0) {
      it.each(broken)(`${key} refuses %j`, (value) => expect(keepsFieldRule(key, value)).toBe(false));
    }
  }

  it('accepts every example of the seed', () => {
    for (const { key, example } of Object.values(TEMPLATES).flatMap(({ fields }) => fields)) {
      expect([key, example, keepsFieldRule(key, example)]).toEqual([key, example, true]);
    }
  });

  it('knows no rule by the name of an inherited property', () => {
    expect(keepsFieldRule('constructor1', 'anything')).toBe(true);
  });
});
