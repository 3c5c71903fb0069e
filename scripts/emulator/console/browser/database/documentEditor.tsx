/** A document as text, to be changed or added. */
import { useState } from 'preact/hooks';
import { wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { Dialog } from '../frame/dialog';
import { sendOnCtrlEnter } from '../frame/keyboard';
import { Field } from '../parts/field';
import { printShell } from './printShell';
import { parseShellObject } from './shellObject';

interface Props {
  /** Undefined for a new one. */
  document: Record<string, unknown> | undefined;
  /** @throws {EmulatorError} */
  onKeep: (document: Record<string, unknown>) => Promise<void>;
  onClose: () => void;
}

export function DocumentEditor({ document, onKeep, onClose }: Props) {
  const { clock } = useParts();
  const [initial] = useState(() => (document === undefined ? '{\n  \n}' : printShell(document)));
  const [text, setText] = useState(initial);
  const [trouble, setTrouble] = useState<string>();
  const submit = async () => {
    try {
      await onKeep(parseShellObject(text, clock.now()));
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  return (
    <Dialog
      title={document === undefined ? '添加文档' : '编辑文档'}
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
          label="文档"
          trouble={trouble}
          hint={
            document === undefined
              ? '没有 _id 就会有一个新的。可以写 ISODate(…)、NumberLong(…)、new Date()。'
              : '保存会换掉整个文档；_id 不能改。'
          }
        >
          <textarea
            class="document-text"
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
          <button type="submit" class="button primary">
            {document === undefined ? '添加' : '保存'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
