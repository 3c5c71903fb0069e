import { keepsFieldRule } from '../../../../scripts/emulator/wechat/templates/fieldRules';
import { CATEGORIES, LIBRARY } from '../../../../scripts/emulator/wechat/templates/library';

describe('LIBRARY', () => {
  it('has examples that keep the rules of their fields', () => {
    for (const { rule, kid, example } of LIBRARY.flatMap(({ keywords }) => keywords)) {
      expect([rule, example, keepsFieldRule(`${rule}${kid}`, example)]).toEqual([rule, example, true]);
    }
  });

  it('has titles in known categories alone, each id once', () => {
    const categories = CATEGORIES.map(({ id }) => id);
    for (const { categoryId } of LIBRARY) expect(categories).toContain(categoryId);
    expect(new Set(LIBRARY.map(({ tid }) => tid)).size).toBe(LIBRARY.length);
  });
});
