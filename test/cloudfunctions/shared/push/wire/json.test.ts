import { readJson } from '../../../../../cloudfunctions/shared/push/wire/json';

describe('readJson', () => {
  it('keeps every digit of an id of 64 bits that is a bare number', () => {
    expect(readJson('{"MsgId":12345678901234567890,"List":{"MsgID":1864323726461255680}}')).toEqual({
      MsgId: '12345678901234567890',
      List: { MsgID: '1864323726461255680' },
    });
  });

  it('changes no digits inside a text, and no number that is exact', () => {
    const text = '{"Content":"卡号 12345678901234567890, \\"1234567890123456789\\"","CreateTime":1700000000}';
    expect(readJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['nothing', ''],
    ['an array', '[]'],
    ['a text', '"success"'],
    ['null', 'null'],
    ['what was cut off', '{"a":"b'],
    ['what follows', '{"a":1} {"a":2}'],
    ['a name that stands twice', '{"FromUserName":"o1","FromUserName":"o2"}'],
    ['one that stands twice by an escape', '{"a":1,"\\u0061":2}'],
    ['nine levels', `${'{"a":'.repeat(9)}1${'}'.repeat(9)}`],
    ['levels for a whole stack', '['.repeat(60_000)],
    ['a thousand values', `{"a":[${'1,'.repeat(1_000)}1]}`],
  ])('refuses %s', (_, text) => {
    expect(readJson(text)).toBeUndefined();
  });

  it('lets no name reach a prototype', () => {
    const packet = readJson('{"__proto__":{"isAdmin":1},"\\u005f_proto__":{"isAdmin":1},"constructor":2}');
    expect({ ...packet }).toEqual({ constructor: 2 });
    expect(packet?.['isAdmin']).toBeUndefined();
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });
});
