import { sampleData } from '../../../miniprogram/services/sample';

const now = new Date(2026, 10, 23, 15, 1);
const field = (key: string, label = '商品名称') => ({ name: key, key, label });

describe('sampleData', () => {
  it("gives each field a value by the field's name in the project", () => {
    expect(sampleData([{ name: 'shippedAt', key: 'date3', label: '发货时间' }], now)).toEqual({
      shippedAt: '2026年11月23日 15:01',
    });
  });

  it.each([
    ['thing1', /^.{1,20}$/],
    ['number1', /^\d{1,32}$/],
    ['letter1', /^[A-Za-z]{1,32}$/],
    ['symbol1', /^.{1,5}$/],
    ['character_string1', /^[\w-]{1,32}$/],
    ['time1', /^2026年11月23日 15:01$/],
    ['amount1', /^￥\d{1,10}\.\d+$/],
    ['phone_number1', /^[\d+-]{1,17}$/],
    ['car_number1', /^.{1,8}$/],
    ['name1', /^[\u4e00-\u9fff]{1,10}$/],
    ['phrase1', /^[\u4e00-\u9fff]{1,5}$/],
  ])('keeps the rule of %s', (key, rule) => {
    expect(sampleData([field(key)], now)[key]).toMatch(rule);
  });

  it('stays within 20 characters under a long label', () => {
    expect(sampleData([field('thing1', '长'.repeat(30))], now)['thing1']).toHaveLength(20);
  });

  it('has a value for a kind that WeChat gives no rule for', () => {
    expect(sampleData([field('site01')], now)['site01']).not.toBe('');
  });
});
