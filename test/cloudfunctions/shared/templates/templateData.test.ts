import fc from 'fast-check';
import type { KindOf } from '../../../../cloudfunctions/shared/templates/fieldKind';
import { findTemplate } from '../../../../cloudfunctions/shared/templates/findTemplate';
import { registry } from '../../../../cloudfunctions/shared/templates/registry';
import { checkedData, type TemplateData } from '../../../../cloudfunctions/shared/templates/templateData';

const shuttle = { line: '园区 3 号线', at: '15:01', status: '即将到站' };
const byName = findTemplate('shuttleArriving');
const byId = findTemplate(registry.shuttleArriving.tmplId);
const unlisted = findTemplate('zun-LzcQyW-edafCVvzPkK4de2Rllr1fFpw2A_x0oXE');

function refusalOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('checkedData', () => {
  it('turns meanings into WeChat’s keys', () => {
    expect(checkedData(byName, shuttle)).toEqual({
      thing1: '园区 3 号线',
      time2: '15:01',
      phrase3: '即将到站',
    });
  });

  it('takes WeChat’s keys with a registered id', () => {
    const data = { thing1: '园区 3 号线', time2: '15:01', phrase3: '即将到站' };
    expect(checkedData(byId, data)).toEqual(data);
  });

  it('writes numbers as text', () => {
    expect(checkedData(unlisted, { number1: 12.5 })).toEqual({ number1: '12.5' });
  });

  it.each([
    ['a field is missing', { line: '3', at: '15:01' }, 'data.status is missing or empty'],
    ['a field is empty', { ...shuttle, status: '' }, 'data.status is missing or empty'],
    [
      'the template has no such field',
      { ...shuttle, gate: '5' },
      'data.gate is not a field of this template',
    ],
    [
      'a field of Object’s is named',
      { ...shuttle, toString: 'x' },
      'data.toString is not a field of this template',
    ],
    [
      'a value breaks its rule',
      { ...shuttle, line: '长'.repeat(21) },
      'data.line must be at most 20 characters, without line breaks (WeChat’s field thing1)',
    ],
  ])('names the field when %s', (_when, data: Record<string, string>, message) => {
    expect(refusalOf(() => checkedData(byName, data))).toMatchObject({ code: 'INVALID_FIELD', message });
  });

  it('does not take meanings with an id, nor keys with a name', () => {
    expect(refusalOf(() => checkedData(byId, shuttle))).toMatchObject({ code: 'INVALID_FIELD' });
    const keys = { thing1: '3', time2: '15:01', phrase3: '到站' };
    expect(refusalOf(() => checkedData(byName, keys))).toMatchObject({ code: 'INVALID_FIELD' });
  });

  it('checks the rules of an unlisted template by the letters of its keys', () => {
    expect(refusalOf(() => checkedData(unlisted, { phrase1: 'abc' }))).toMatchObject({
      code: 'INVALID_FIELD',
      message: expect.stringContaining('data.phrase1'),
    });
  });

  it('writes dates, amounts and telephones as WeChat wants them', () => {
    const payment = findTemplate('paymentReceived');
    const at = new Date('2026-11-23T07:01:00Z');
    expect(checkedData(payment, { amount: 39.8, at, payer: '韩梅梅' })).toEqual({
      amount1: '￥39.80',
      date2: '2026年11月23日 15:01',
      thing3: '韩梅梅',
    });
  });

  it('refuses a text that is too long unless it is to be cut', () => {
    const long = { ...shuttle, line: '园区班车三号线从软件园西门开往火车站北广场' };
    expect(refusalOf(() => checkedData(byName, long))).toMatchObject({ code: 'INVALID_FIELD' });
    expect(checkedData(byName, long, 'truncate')).toMatchObject({
      thing1: '园区班车三号线从软件园西门开往火车站北…',
    });
  });

  it('either gives every key a value that is not empty, or names a field', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double())), (data) => {
        const answer = refusalOf(() => checkedData(byName, data));
        if (answer instanceof Error) expect(answer.message).toMatch(/^data\./);
        else
          expect(answer).toEqual({
            thing1: expect.any(String),
            time2: expect.any(String),
            phrase3: expect.any(String),
          });
      }),
    );
  });
});

describe('TemplateData', () => {
  it('lets only a template’s own fields compile', () => {
    const right: TemplateData<'shuttleArriving'> = shuttle;
    // @ts-expect-error a field is missing
    const missing: TemplateData<'shuttleArriving'> = { line: '3', at: '15:01' };
    // @ts-expect-error a field is misspelt
    const misspelt: TemplateData<'shuttleArriving'> = { line: '3', at: '15:01', state: '到站' };
    const byKey: TemplateData<string> = { thing1: '3' };
    expect([right, missing, misspelt, byKey]).toHaveLength(4);
  });

  it('lets only values of the field’s kind compile', () => {
    const payment = { amount: 39.8, at: new Date(), payer: '韩梅梅' };
    const right: TemplateData<'paymentReceived'>[] = [
      payment,
      { ...payment, amount: { fen: 3980 }, at: Date.now() },
      { ...payment, amount: '￥39.80元', at: { from: '2026年11月1日', to: '2026年11月3日' } },
    ];
    // @ts-expect-error an amount is no Date
    const dateAsAmount: TemplateData<'paymentReceived'> = { ...payment, amount: new Date() };
    // @ts-expect-error a date is no amount
    const amountAsDate: TemplateData<'paymentReceived'> = { ...payment, at: { fen: 5 } };
    // @ts-expect-error a thing is no Date
    const dateAsThing: TemplateData<'paymentReceived'> = { ...payment, payer: new Date() };
    // @ts-expect-error a phrase is no number
    const numberAsPhrase: TemplateData<'shuttleArriving'> = { line: 3, at: '15:01', status: 5 };
    const kinds: KindOf<'character_string12'> & KindOf<'character_string1'> = 'character_string';
    expect([...right, dateAsAmount, amountAsDate, dateAsThing, numberAsPhrase, kinds]).toHaveLength(8);
  });
});
