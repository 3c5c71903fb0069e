/** A push or a call done again with a packet or an event that the developer has changed. */
import { useState } from 'preact/hooks';
import { EXTENDED_JSON, PLAIN_JSON, parseShellObject } from '../database/shellObject';
import { wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { Dialog } from '../frame/dialog';
import { sendOnCtrlEnter } from '../frame/keyboard';
import { Field } from '../parts/field';
import type { Entry } from './entries';
import { exactJson } from './exactJson';

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
  const { clock } = useParts();
  const [initial] = useState(() => exactJson(editableOf(entry), 2));
  const [text, setText] = useState(initial);
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const isPush = entry.kind === 'push';
  const submit = async () => {
    setBusy(true);
    try {
      await onSend(parseShellObject(text, clock.now(), EDITED));
    } catch (error) {
      setTrouble(wordsOf(error));
    }
    setBusy(false);
  };
  return (
    <Dialog
      title={isPush ? '改一改，再推一次' : '改一改，再调用一次'}
      wide
      changed={text !== initial}
      onClose={onClose}
    >
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

/** 64-bit numbers go back as they came, with every digit. */
const EDITED = { ...PLAIN_JSON, long: EXTENDED_JSON.long };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
