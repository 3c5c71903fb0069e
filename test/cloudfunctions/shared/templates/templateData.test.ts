import fc from 'fast-check';
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
});
