/** The message templates of the mini-program: one list, replaced as a whole. */
import * as v from 'valibot';
import type { Template } from '../../contract';
import type { Journal } from '../../journal/journal';
import type { Store } from '../../state/store';

const TemplateSchema = v.strictObject({
  tmplId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, _ or -')),
  title: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
  type: v.picklist([2, 3], 'must be 2 (one-time) or 3 (long-term)'),
  fields: v.pipe(
    v.array(
      v.strictObject({
        key: v.pipe(v.string(), v.regex(/^[a-z_]+\d+$/, 'must be letters and digits, such as thing1')),
        label: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
        example: v.string(),
        enumValues: v.exactOptional(v.array(v.string())),
      }),
    ),
    v.minLength(1, 'must have at least one field'),
    v.check((fields) => allDiffer(fields.map(({ key }) => key)), 'two fields have the same key'),
  ),
  voice: v.exactOptional(v.boolean()),
  banned: v.exactOptional(v.boolean()),
});

export const TemplatesSchema = v.pipe(
  v.array(TemplateSchema),
  v.check(
    (templates) => allDiffer(templates.map(({ tmplId }) => tmplId)),
    'two templates have the same tmplId',
  ),
);

export interface Templates {
  list(): Template[];
  find(tmplId: string): Template | undefined;
  /** Puts these in the place of all templates and announces it. */
  replace(templates: Template[]): void;
}

export function createTemplates(store: Store, journal: Journal): Templates {
  const table = store.table<Template[]>('wechat.templates', { remembered: true, shape: TemplatesSchema });
  const list = () => table.get('all') ?? [];
  return {
    list,
    find: (tmplId) => list().find((template) => template.tmplId === tmplId),
    replace(templates) {
      table.put('all', templates);
      journal.announce({ type: 'templates' });
    },
  };
}

const allDiffer = (values: string[]) => new Set(values).size === values.length;
