/** A push or a call done again with a packet or an event that the developer has changed. */
import { useState } from 'preact/hooks';
import { wordsOf } from '../emulator/ask';
import { Dialog } from '../frame/dialog';
import { sendOnCtrlEnter } from '../frame/keyboard';
import { Field } from '../parts/field';
import type { Entry } from './entries';

interface Props {
  entry: Entry;
  /** @throws {EmulatorError} */
  onSend: (body: Record<string, unknown>) => Promise<void>;
  onClose: () => void;
}

/** What of an entry can be changed; undefined when the journal has its beginning only, or nothing can be done again. */
export function editableOf({ kind, call, push }: Entry): Record<string, unknown> | undefined {
  if (push !== undefined) return push.packet;
  if (kind !== 'function' && kind !== 'timer') return undefined;
  return isObject(call?.request) ? call.request : undefined;
}

export function EditAgain({ entry, onSend, onClose }: Props) {
  const [text, setText] = useState(() => JSON.stringify(editableOf(entry), null, 2));
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const isPush = entry.kind === 'push';
  const submit = async () => {
    setBusy(true);
    try {
      const body: unknown = JSON.parse(text);
      if (!isObject(body)) throw new Error('要一个对象：{ … }');
      await onSend(body);
    } catch (error) {
      setTrouble(error instanceof SyntaxError ? `不是 JSON：${error.message}` : wordsOf(error));
    }
    setBusy(false);
  };
  return (
    <Dialog title={isPush ? '改一改，再推一次' : '改一改，再调用一次'} wide onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label={isPush ? '推送的包' : '事件'}
          hint={`${entry.name} · Ctrl+Enter 发送`}
          trouble={trouble}
        >
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
            发送
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
