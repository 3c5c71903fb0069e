/** A push or a call done again with a packet or an event that the developer has changed. */
import { useState } from 'preact/hooks';
import { EXTENDED_JSON, PLAIN_JSON, parseShellObject } from '../database/shellObject';
import { useParts } from '../frame/context';
import { TextDialog } from '../parts/textDialog';
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
  const isPush = entry.kind === 'push';
  return (
    <TextDialog
      title={isPush ? '改一改，再推一次' : '改一改，再调用一次'}
      label={isPush ? '推送的包' : '事件'}
      hint={`${entry.name} · Ctrl+Enter 发送`}
      action="发送"
      initial={initial}
      onSend={async (text) => onSend(parseShellObject(text, clock.now(), EDITED))}
      onClose={onClose}
    />
  );
}

/** 64-bit numbers go back as they came, with every digit. */
const EDITED = { ...PLAIN_JSON, long: EXTENDED_JSON.long };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
