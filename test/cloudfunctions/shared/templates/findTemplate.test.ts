import fc from 'fast-check';
import { findTemplate, registeredTemplates } from '../../../../cloudfunctions/shared/templates/findTemplate';
import { registry } from '../../../../cloudfunctions/shared/templates/registry';

const UNLISTED_ID = 'zun-LzcQyW-edafCVvzPkK4de2Rllr1fFpw2A_x0oXE';

describe('findTemplate', () => {
  it('finds a template by its name, with fields by meaning', () => {
    expect(findTemplate('orderShipped')).toEqual({
      tmplId: registry.orderShipped.tmplId,
      registered: { name: 'orderShipped', template: registry.orderShipped },
      fieldsBy: 'meaning',
    });
  });

  it('finds a registered template by its id, with fields by WeChat’s keys', () => {
    expect(findTemplate(registry.orderShipped.tmplId)).toMatchObject({
      registered: { name: 'orderShipped' },
      fieldsBy: 'key',
    });
  });

  it('lets an id pass that is not in the registry', () => {
    expect(findTemplate(UNLISTED_ID)).toEqual({ tmplId: UNLISTED_ID, fieldsBy: 'key' });
  });

  it.each(['orderShiped', '', 'constructor', '__proto__', `${UNLISTED_ID}x`])('refuses %j', (reference) => {
    expect(() => findTemplate(reference)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_TEMPLATE', hint: expect.stringContaining('orderShipped') }),
    );
  });
});

describe('findTemplate, of any text', () => {
  it('gives a template of the registry, an id of WeChat’s shape, or UNKNOWN_TEMPLATE', () => {
    const references = fc.oneof(
      fc.string(),
      fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'name'),
      fc.string({ minLength: 43, maxLength: 43 }),
    );
    fc.assert(
      fc.property(references, (reference) => {
        try {
          expect(findTemplate(reference).tmplId).toMatch(/^[\w-]{43}$/);
        } catch (error) {
          expect(error).toMatchObject({ code: 'UNKNOWN_TEMPLATE' });
        }
      }),
    );
  });
});

describe('registeredTemplates', () => {
  it('gives each template an id of WeChat’s shape, of its own', () => {
    const ids = registeredTemplates().map(([, { tmplId }]) => tmplId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\w-]{43}$/);
  });

  it('gives no template the same WeChat key twice', () => {
    for (const [, { fields }] of registeredTemplates()) {
      const keys = Object.values(fields).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
