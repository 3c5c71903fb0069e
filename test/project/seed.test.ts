import { registry } from '../../cloudfunctions/shared/templates/registry';
import seed from '../../scripts/emulator/seed.json';

/** WeChat's numbers for the two kinds of templates (WeChat's documentation: getTemplateList). */
const TYPE = { oneTime: 2, longTerm: 3 };

describe("the emulator's seed", () => {
  it('has exactly the templates that the functions know, alike in id, title, type, keys and labels', () => {
    const known = Object.values(registry).map(({ tmplId, title, type, fields }) => ({
      tmplId,
      title,
      type: TYPE[type],
      fields: Object.values(fields),
    }));
    const seeded = seed.templates.map(({ tmplId, title, type, fields }) => ({
      tmplId,
      title,
      type,
      fields: fields.map(({ key, label }) => ({ key, label })),
    }));

    expect(seeded).toEqual(known);
  });
});
