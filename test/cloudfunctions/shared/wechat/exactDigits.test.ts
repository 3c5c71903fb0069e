import { exactDigits } from '../../../../cloudfunctions/shared/wechat/exactDigits';

type JsonBigint = (options: { useNativeBigInt: boolean }) => { parse(json: string): { msgid: unknown } };

/** Parses as the SDK parses WeChat's answers (wx-server-sdk, openapi/namespace/generic), with its own json-bigint. */
const { parse: sdkParse } = jest.requireActual<JsonBigint>('json-bigint')({ useNativeBigInt: false });

describe('exactDigits', () => {
  it.each(['0', '1', '999999999999999', '9007199254740993', '1864323726461255680', '18446744073709551615'])(
    'keeps every digit of %s in an answer that the SDK parsed',
    (digits) => {
      expect(exactDigits(sdkParse(`{"msgid":${digits}}`).msgid)).toBe(digits);
    },
  );

  it('takes digits in a string as they are', () => {
    expect(exactDigits('1864323726461255681')).toBe('1864323726461255681');
  });

  it.each([undefined, null, {}, [], '', 'ok', '1.5', 1.5, 2 ** 60, Number.NaN, { toFixed: 1 }])(
    'knows no digits of %p',
    (value) => {
      expect(exactDigits(value)).toBeUndefined();
    },
  );
});
