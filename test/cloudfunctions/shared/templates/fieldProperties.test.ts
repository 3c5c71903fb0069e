/** What holds for every value of every kind of field. */
import fc from 'fast-check';
import { brokenRule } from '../../../../cloudfunctions/shared/templates/fieldRules';
import { findTemplate } from '../../../../cloudfunctions/shared/templates/findTemplate';
import { checkedData } from '../../../../cloudfunctions/shared/templates/templateData';
import { truncate } from '../../../../cloudfunctions/shared/templates/truncate';
import { keepsFieldRule } from '../../../../scripts/emulator/wechat/templates/fieldRules';
import { anything, good, tooLong } from './arbitraries';

const UNLISTED = findTemplate('zun-LzcQyW-edafCVvzPkK4de2Rllr1fFpw2A_x0oXE');
const graphemesOf = (value: string) =>
  [...new Intl.Segmenter('zh').segment(value)].map(({ segment }) => segment);

describe('a value that keeps its rule', () => {
  it.each(Object.entries(good))('of kind %s passes, and the emulator takes it too', (kind, values) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(checkedData(UNLISTED, { [`${kind}1`]: value })).toEqual({ [`${kind}1`]: value });
        expect(keepsFieldRule(`${kind}1`, value)).toBe(true);
      }),
    );
  });
});

describe('a value that is too long', () => {
  it.each(Object.entries(tooLong))('of kind %s is refused, or cut to one that passes', (kind, values) => {
    const key = `${kind}1`;
    fc.assert(
      fc.property(values, (value) => {
        expect(() => checkedData(UNLISTED, { [key]: value })).toThrow(
          expect.objectContaining({ code: 'INVALID_FIELD' }),
        );
        const cut = checkedData(UNLISTED, { [key]: value }, 'truncate');
        expect(brokenRule(key, cut[key] ?? '')).toBeUndefined();
        expect(keepsFieldRule(key, cut[key] ?? '')).toBe(true);
      }),
    );
  });

  it('is cut between what a reader sees as characters, never inside one', () => {
    fc.assert(
      fc.property(tooLong['thing'] ?? fc.constant(''), (value) => {
        const cut = graphemesOf(truncate('thing', value).replace(/…$/, ''));
        expect(graphemesOf(value).slice(0, cut.length)).toEqual(cut);
      }),
    );
  });

  it.each(['number', 'amount', 'phone_number', 'car_number', 'time', 'date'])(
    'of kind %s is never cut: it would say something else',
    (kind) => {
      fc.assert(fc.property(anything, (value) => truncate(kind, value) === value));
    },
  );
});

describe('the rules here and the emulator’s, which were written apart', () => {
  /** What the functions let WeChat decide: its documentation does not say, or developers were seen to send it. */
  const LEFT_TO_WECHAT: [kind: string, value: string][] = [
    ['time', '15:01 ~ 16:30'],
    ['time', '2019年10月1日15:01'],
    ['date', '2019年10月1日 15:01~16:30'],
    ['amount', '1234567890.99'],
    ['phone_number', '010 62770334'],
  ];
  const isLeft = (kind: string) => LEFT_TO_WECHAT.some(([left]) => left === kind);

  it.each(Object.keys(good))('agree on any value of kind %s, but where WeChat is left to decide', (kind) => {
    fc.assert(
      fc.property(anything, (value) => {
        const here = brokenRule(`${kind}1`, value) === undefined;
        const there = keepsFieldRule(`${kind}1`, value);
        if (isLeft(kind)) expect(here || !there || !/\d/.test(value)).toBe(true);
        else expect(here).toBe(there);
      }),
      { numRuns: 500 },
    );
  });

  it.each(LEFT_TO_WECHAT)('leaves it to WeChat whether %s may be %j', (kind, value) => {
    expect(brokenRule(`${kind}1`, value)).toBeUndefined();
    expect(keepsFieldRule(`${kind}1`, value)).toBe(false);
  });
});
