/** One field of a template in its form. */
import { useId } from 'preact/hooks';
import type { TemplateField } from '../../../contract';
import { CloseIcon } from '../frame/icons';

interface Props {
  field: TemplateField;
  /** From 1 on. */
  number: number;
  /** Some field of the template is one of given values. */
  hasEnum: boolean;
  troubleAt: (name: keyof TemplateField) => string | undefined;
  onChange: (field: TemplateField) => void;
  onRemove: (() => void) | undefined;
  onUp: (() => void) | undefined;
}

export function FieldRow({ field, number, hasEnum, troubleAt, onChange, onRemove, onUp }: Props) {
  const { key, label, example, enumValues } = field;
  const troubleId = useId();
  const trouble = troubleAt('key') ?? troubleAt('label') ?? troubleAt('example') ?? troubleAt('enumValues');
  const attributes = (name: keyof TemplateField, what: string) => ({
    'aria-label': `第 ${number} 个字段：${what}`,
    placeholder: what,
    ...(troubleAt(name) && { 'aria-invalid': true, 'aria-describedby': troubleId }),
  });
  return (
    <li>
      <div class={trouble ? 'field-row troubled' : 'field-row'}>
        <input
          class="mono"
          spellcheck={false}
          value={key}
          {...attributes('key', 'key')}
          onInput={(event) => onChange({ ...field, key: event.currentTarget.value })}
        />
        <input
          value={label}
          {...attributes('label', '名称')}
          onInput={(event) => onChange({ ...field, label: event.currentTarget.value })}
        />
        <input
          value={example}
          {...attributes('example', '示例')}
          onInput={(event) => onChange({ ...field, example: event.currentTarget.value })}
        />
        {isEnum(field) ? (
          <input
            value={enumValues?.join('、') ?? ''}
            {...attributes('enumValues', '可选的值，用顿号隔开')}
            onInput={(event) => onChange(withEnumValues(field, event.currentTarget.value))}
          />
        ) : (
          hasEnum && <span />
        )}
        <span class="field-row-tools">
          <button
            type="button"
            class="tool"
            disabled={!onUp}
            aria-label={`第 ${number} 个字段上移`}
            onClick={onUp}
          >
            ↑
          </button>
          <button
            type="button"
            class="tool"
            disabled={!onRemove}
            aria-label={`移除第 ${number} 个字段`}
            onClick={onRemove}
          >
            <CloseIcon />
          </button>
        </span>
      </div>
      {trouble && (
        <p class="field-row-trouble" id={troubleId} role="alert">
          {trouble}
        </p>
      )}
    </li>
  );
}

export const isEnum = ({ key }: TemplateField): boolean => /^enum/.test(key);

function withEnumValues({ enumValues: _, ...field }: TemplateField, text: string): TemplateField {
  return text === '' ? field : { ...field, enumValues: text.split('、') };
}
