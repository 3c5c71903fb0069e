import { fieldProblem, ruleText } from '../../../miniprogram/services/fieldHelp';
import { sampleData } from '../../../miniprogram/services/sample';

const KINDS = [
  'thing1',
  'number1',
  'letter1',
  'symbol1',
  'character_string1',
  'time1',
  'date1',
  'amount1',
  'phone_number1',
  'car_number1',
  'name1',
  'phrase1',
];

describe('fieldProblem', () => {
  it.each(KINDS)('says the rule of %s, and passes its sample', (key) => {
    const { value = '' } = sampleData([{ name: 'value', key, label: '商品名称' }], new Date());
    expect(ruleText(key)).toMatch(/[\u4e00-\u9fff]/);
    expect(fieldProblem(key, value)).toBe('');
  });

  it('shows the rule that a value breaks', () => {
    expect(fieldProblem('phrase3', 'arriving')).toBe('5 个以内汉字');
    expect(fieldProblem('thing1', '字'.repeat(21))).toBe('20 个字以内，不能换行');
  });

  it('wants a value', () => {
    expect(fieldProblem('thing1', '')).toBe('不能为空');
  });

  it('passes a kind whose rule WeChat does not say', () => {
    expect(fieldProblem('site01', 'anything')).toBe('');
  });
});
