/** A document as text, to be changed or added. */
import { useState } from 'preact/hooks';
import { useParts } from '../frame/context';
import { TextDialog } from '../parts/textDialog';
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
  // As it was opened: it may be changed from elsewhere meanwhile.
  const [initial] = useState(() => (document === undefined ? '{\n  \n}' : printShell(document)));
  const words =
    document === undefined
      ? {
          title: '添加文档',
          hint: '没有 _id 就会有一个新的。可以写 ISODate(…)、NumberLong(…)、new Date()。',
          action: '添加',
        }
      : { title: '编辑文档', hint: '保存会换掉整个文档；_id 不能改。', action: '保存' };
  return (
    <TextDialog
      {...words}
      label="文档"
      initial={initial}
      onSend={async (text) => onKeep(parseShellObject(text, clock.now()))}
      onClose={onClose}
    />
  );
}
