/** A text of several lines in a window over the page, to be changed and sent; what is refused stays, with the reason. */
import { useState } from 'preact/hooks';
import { wordsOf } from '../emulator/ask';
import { Dialog } from '../frame/dialog';
import { sendOnCtrlEnter } from '../frame/keyboard';
import { Field } from './field';

interface Props {
  title: string;
  label: string;
  hint: string;
  initial: string;
  /** On the button that sends. */
  action: string;
  /** @throws {Error} to be told; the text stays */
  onSend: (text: string) => Promise<void>;
  onClose: () => void;
}

export function TextDialog({ title, label, hint, initial, action, onSend, onClose }: Props) {
  const [text, setText] = useState(initial);
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    try {
      await onSend(text);
    } catch (error) {
      setTrouble(wordsOf(error));
    }
    setBusy(false);
  };
  return (
    <Dialog title={title} wide changed={text !== initial} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label={label} hint={hint} trouble={trouble}>
          <textarea
            rows={16}
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={sendOnCtrlEnter}
          />
        </Field>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" class="button primary" disabled={busy}>
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
