/** Turns something on and off. */

interface Props {
  checked: boolean;
  label: string;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

export const Switch = ({ checked, label, disabled = false, onChange }: Props) => (
  <button
    type="button"
    role="switch"
    class="switch"
    aria-checked={checked}
    aria-label={label}
    disabled={disabled}
    onClick={() => onChange(!checked)}
  >
    <span class="switch-knob" />
  </button>
);
