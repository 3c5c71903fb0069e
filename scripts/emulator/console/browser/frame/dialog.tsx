/** A window over the page: the browser keeps the focus in it, and Esc closes it. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useParts } from './context';
import { GIVE_UP } from './draft';
import './dialog.css';

interface Props {
  title: string;
  onClose: () => void;
  /** What was written in it would be lost: Esc, pressed by habit, asks first. */
  changed?: boolean;
  wide?: boolean;
  children: ComponentChildren;
}

export function Dialog({ title, onClose, changed = false, wide = false, children }: Props) {
  const { confirm } = useParts();
  const element = useRef<HTMLDialogElement>(null);
  const isShown = useRef(true);
  const titleId = useId();
  // As soon as it is drawn: the keys are its own from then on.
  useLayoutEffect(() => {
    const dialog = element.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      isShown.current = false;
      // While it is open, nothing outside of it takes the focus.
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const cancel = async () => {
    if (!changed || (await confirm(GIVE_UP))) onClose();
  };
  return (
    <dialog
      ref={element}
      class={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onClose={() => isShown.current && onClose()}
      onCancel={(event) => {
        event.preventDefault();
        void cancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
