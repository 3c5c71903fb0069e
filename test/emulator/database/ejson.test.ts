import fc from 'fast-check';
import { decode, encode } from '../../../scripts/emulator/database/documents';
import { parseEjson, printEjson } from '../../../scripts/emulator/database/ejson';

const name = fc
  .string()
  .filter((text) => !text.startsWith('$') && text !== '__proto__' && text !== '_id' && !text.includes('\0'));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.double({ noNaN: true }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('parseEjson', () => {
  it('reads what printEjson prints', () => {
    fc.assert(fc.property(value, (sample) => expect(parseEjson(printEjson(sample), 'data')).toEqual(sample)));
  });

  it('reads relaxed numbers and dates', () => {
    expect(parseEjson('{"n":1,"f":0.5,"at":{"$date":"2024-01-01T00:00:00Z"}}', 'data')).toEqual({
      n: 1,
      f: 0.5,
      at: new Date('2024-01-01T00:00:00Z'),
    });
  });

  it('leaves $regex and $options to the query', () => {
    expect(parseEjson('{"a":{"$regex":"x","$options":"i","$ne":"x"}}', 'query')).toEqual({
      a: { $regex: 'x', $options: 'i', $ne: 'x' },
    });
  });
});

describe('encode', () => {
  it('keeps every value, whatever its type', () => {
    fc.assert(
      fc.property(value, (sample) =>
        expect(decode(encode({ _id: '1', sample }))).toEqual({ _id: '1', sample }),
      ),
    );
  });
});
