/** A template's fields for whoever fills them in: the rule of each kind in Chinese, and whether a value keeps it. */
import { brokenRule } from '../shared/templates/fieldRules';

/** By the letters of the key (WeChat's documentation: subscribeMessage.send, 订阅消息参数值内容限制说明). */
const RULES: Record<string, string> = {
  thing: '20 个字以内，不能换行',
  number: '32 位以内的数字，可带小数',
  letter: '32 个以内的英文字母',
  symbol: '5 个以内的符号',
  character_string: '32 位以内的数字、字母或符号，不能有汉字',
  time: '24 小时制，如 15:01 或 2019年10月1日 15:01',
  date: '年月日，可带时间，如 2019年10月1日 15:01',
  amount: '币种符号加 10 位以内数字，可带小数，如 ￥39.80',
  phone_number: '17 位以内的数字和符号',
  car_number: '8 位以内，首末位可为汉字',
  name: '10 个以内汉字，或 20 个以内字母、符号',
  phrase: '5 个以内汉字',
};

/** @returns the rule in Chinese; '' for a kind that WeChat does not explain */
export function ruleText(key: string): string {
  return RULES[key.replace(/\d+$/, '')] ?? '';
}

/**
 * What is wrong with a value, while it is typed; '' when nothing is. The functions check again with the same rules.
 *
 * @param key WeChat's key of the field: `thing1`
 */
export function fieldProblem(key: string, value: string): string {
  if (value === '') return '不能为空';
  return brokenRule(key, value) === undefined ? '' : ruleText(key);
}
