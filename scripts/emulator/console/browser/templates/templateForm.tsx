/** One template: its title, kind and fields. */
import type { Template, TemplateField, TemplateType } from '../../../contract';
import { Field } from '../parts/field';
import { FieldRow, isEnum } from './fieldRow';
import type { Trouble } from './trouble';

interface Props {
  template: Template;
  trouble: Trouble | undefined;
  onChange: (template: Template) => void;
  onRemove: () => void;
}

const TYPES: [TemplateType, string][] = [
  [2, '一次性订阅'],
  [3, '长期订阅'],
];

export function TemplateForm({ template, trouble, onChange, onRemove }: Props) {
  const { title, tmplId, type, fields, voice = false, banned = false } = template;
  const troubleAt = (place: string) => (trouble?.place === place ? trouble.words : undefined);
  const hasEnum = fields.some(isEnum);
  const setFields = (next: TemplateField[]) => onChange({ ...template, fields: next });
  return (
    <section class="panel stack" aria-label={title || '没有标题的模板'}>
      <div class="template-names">
        <Field label="标题" trouble={troubleAt('title')}>
          <input
            value={title}
            onInput={(event) => onChange({ ...template, title: event.currentTarget.value })}
          />
        </Field>
        <Field label="模板 ID" trouble={troubleAt('tmplId')}>
          <input
            class="mono"
            value={tmplId}
            spellcheck={false}
            onInput={(event) => onChange({ ...template, tmplId: event.currentTarget.value })}
          />
        </Field>
      </div>
      <div class="template-options">
        <fieldset class="template-type">
          <legend class="unseen">类型</legend>
          {TYPES.map(([value, name]) => (
            <label class="check" key={value}>
              <input
                type="radio"
                name="template-type"
                checked={type === value}
                onChange={() => onChange({ ...template, type: value })}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <label class="check">
          <input
            type="checkbox"
            checked={voice}
            onChange={(event) => onChange({ ...template, voice: event.currentTarget.checked })}
          />
          支持语音提醒
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={banned}
            onChange={(event) => onChange({ ...template, banned: event.currentTarget.checked })}
          />
          被微信封禁
        </label>
      </div>
      <div class={hasEnum ? 'template-fields with-enum' : 'template-fields'}>
        <h2>字段</h2>
        <div class="field-row field-row-head quiet" aria-hidden="true">
          <span>key</span>
          <span>名称</span>
          <span>示例</span>
          {hasEnum && <span>可选的值</span>}
        </div>
        <ol>
          {fields.map((field, index) => (
            <FieldRow
              // The key is what is edited.
              key={index}
              field={field}
              number={index + 1}
              hasEnum={hasEnum}
              troubleAt={(name) => troubleAt(`fields.${index}.${name}`)}
              onChange={(next) => setFields(fields.map((each, at) => (at === index ? next : each)))}
              onRemove={
                fields.length > 1 ? () => setFields(fields.filter((_, at) => at !== index)) : undefined
              }
              onUp={index > 0 ? () => setFields(swapped(fields, index - 1)) : undefined}
            />
          ))}
        </ol>
        <button type="button" class="button" onClick={() => setFields([...fields, nextField(fields)])}>
          加一个字段
        </button>
      </div>
      <Preview template={template} />
      <button type="button" class="button danger template-remove" onClick={onRemove}>
        删除这个模板
      </button>
    </section>
  );
}

function Preview({ template: { title, fields } }: { template: Template }) {
  return (
    <div class="template-preview">
      <p class="group-name">用户看到的样子</p>
      <div class="card">
        <p class="card-title">{title || '没有标题'}</p>
        <dl>
          {fields.map(({ label, example }, index) => (
            // Labels may be alike while they are edited.
            <div key={index}>
              <dt>{label}</dt>
              <dd>{example}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

/** Puts the field at this place after the next one. */
function swapped(fields: TemplateField[], place: number): TemplateField[] {
  const [first, second] = fields.slice(place, place + 2);
  if (first === undefined || second === undefined) return fields;
  return [...fields.slice(0, place), second, first, ...fields.slice(place + 2)];
}

/** With a number that no other field has. */
function nextField(fields: TemplateField[]): TemplateField {
  const numbers = fields.map(({ key }) => Number(/\d+$/.exec(key)?.[0] ?? 0));
  return { key: `thing${Math.max(0, ...numbers) + 1}`, label: '名称', example: '示例' };
}
