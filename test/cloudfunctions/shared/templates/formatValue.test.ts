import fc from 'fast-check';
import type { FieldValue } from '../../../../cloudfunctions/shared/templates/fieldKind';
import { brokenRule } from '../../../../cloudfunctions/shared/templates/fieldRules';
import { formatValue } from '../../../../cloudfunctions/shared/templates/formatValue';
import { keepsFieldRule } from '../../../../scripts/emulator/wechat/templates/fieldRules';

const SHIPPED_AT = Date.parse('2026-11-23T07:01:00Z');

const cases: [kind: string, value: FieldValue, text: string][] = [
  ['time', new Date(SHIPPED_AT), '2026年11月23日 15:01'],
  ['date', SHIPPED_AT, '2026年11月23日 15:01'],
  ['date', '2026-11-23T07:01:00.000Z', '2026年11月23日 15:01'],
  ['date', '2026-11-23T15:01:00+08:00', '2026年11月23日 15:01'],
  ['time', Date.parse('2026-01-04T16:00:30Z'), '2026年1月5日 00:00'],
  ['time', { from: SHIPPED_AT, to: SHIPPED_AT + 3_600_000 }, '2026年11月23日 15:01~2026年11月23日 16:01'],
  ['time', '15:01', '15:01'],
  ['time', { from: '15:01', to: '16:30' }, '15:01~16:30'],
  ['amount', 39.8, '￥39.80'],
  ['amount', 0.29, '￥0.29'],
  ['amount', 1.1 * 3, '￥3.30'],
  ['amount', 291_879_678.22, '￥291879678.22'],
  ['amount', { fen: 3980 }, '￥39.80'],
  ['amount', { fen: 5 }, '￥0.05'],
  ['amount', '￥39.80元', '￥39.80元'],
  ['phone_number', 13800138000, '13800138000'],
  ['phone_number', '＋８６－１３８００１３８０００', '+86-13800138000'],
  ['phone_number', ' +86 138 0013 8000 ', '+86 138 0013 8000'],
  ['phone_number', '+86 (10) 6277 0334', '+86(10)62770334'],
  ['number', 12.5, '12.5'],
  ['character_string', 20261123001, '20261123001'],
];

describe('formatValue', () => {
  it.each(cases)('writes a %s of %j as %j', (kind, value, text) => {
    expect(formatValue(kind, value)).toEqual({ text });
    expect(brokenRule(`${kind}1`, text)).toBeUndefined();
  });

  const refusals: [kind: string, value: FieldValue, problem: RegExp][] = [
    ['date', SHIPPED_AT / 1000, /looks like seconds/],
    ['date', new Date(Number.NaN), /must be a Date/],
    ['date', 9e15, /must be a Date/],
    ['date', { from: SHIPPED_AT, to: Number.NaN }, /must be a Date/],
    ['time', { fen: 5 }, /must be a Date/],
    ['amount', 39.805, /at most two decimals/],
    ['amount', 9_999_999_999.991, /at most two decimals/],
    ['amount', -1, /at most two decimals/],
    ['amount', { fen: 39.8 }, /whole number/],
    ['amount', Number.POSITIVE_INFINITY, /two decimals/],
    ['amount', { from: 1, to: 2 }, /yuan/],
    ['thing', { fen: 5 }, /must be text or a number/],
    ['phone_number', { fen: 5 }, /must be text or a number/],
  ];
  it.each(refusals)('refuses a %s of %j', (kind, value, problem) => {
    expect(formatValue(kind, value)).toEqual({ problem: expect.stringMatching(problem) });
  });

  it('writes every moment so that it keeps the rules of time and of date', () => {
    const moments = fc.date({
      min: new Date('1975-01-01'),
      max: new Date('2999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, moments, fc.constantFrom('time', 'date'), (from, to, kind) => {
        for (const value of [from, from.getTime(), from.toJSON(), { from, to }]) {
          const formatted = formatValue(kind, value);
          expect(formatted).toEqual({ text: expect.any(String) });
          if ('problem' in formatted) return;
          expect(brokenRule(`${kind}1`, formatted.text)).toBeUndefined();
          expect(keepsFieldRule(`${kind}1`, formatted.text)).toBe(true);
        }
      }),
    );
  });

  it('writes every amount to the fen, in yuan as in fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (fen) => {
        const written = formatValue('amount', { fen });
        expect(written).toEqual({ text: expect.stringMatching(/^￥\d+\.\d\d$/) });
        expect(formatValue('amount', fen / 100)).toEqual(written);
        if ('problem' in written) return;
        expect(Number(written.text.replace(/\D/g, ''))).toBe(fen);
        expect(keepsFieldRule('amount1', written.text)).toBe(true);
      }),
    );
  });
});
