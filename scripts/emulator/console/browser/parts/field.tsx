/** A field of a form: its name, itself, and what is wrong with it or worth knowing. */
import { cloneElement, type VNode } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  hint?: string | undefined;
  trouble?: string | undefined;
  /** Takes a whole row of the form. */
  wide?: boolean;
  /** The input, select or textarea. */
  children: VNode;
}

export function Field({ label, hint, trouble, wide = false, children }: Props) {
  const id = useId();
  const words = trouble ?? hint;
  return (
    <div class={`field${trouble ? ' troubled' : ''}${wide ? ' wide' : ''}`}>
      <label for={id}>{label}</label>
      {cloneElement(children, {
        id,
        ...(words && { 'aria-describedby': `${id}-words` }),
        ...(trouble && { 'aria-invalid': true }),
      })}
      {words && (
        <p id={`${id}-words`} class="field-words">
          {words}
        </p>
      )}
    </div>
  );
}
