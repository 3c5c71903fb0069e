import { readExactly } from '../../../scripts/emulator/journal/excerpt';

describe('readExactly', () => {
  it('keeps every digit of an integer that JavaScript cannot spell', () => {
    expect(readExactly('{"msgid":2391234567890123457,"errcode":0}')).toEqual({
      msgid: { $numberLong: '2391234567890123457' },
      errcode: 0,
    });
    expect(readExactly('[-2391234567890123457]')).toEqual([{ $numberLong: '-2391234567890123457' }]);
  });

  it.each([
    '{"a":"2391234567890123457"}',
    '{"a\\"":"x: 2391234567890123457,"}',
    '[0.12345678901234567]',
    '[1e21]',
  ])('reads %s as JSON does', (json) => {
    expect(readExactly(json)).toEqual(JSON.parse(json));
  });

  it('leaves integers that JavaScript can spell as they are', () => {
    expect(readExactly('[9007199254740991,1795417200000]')).toEqual([9007199254740991, 1795417200000]);
  });
});
