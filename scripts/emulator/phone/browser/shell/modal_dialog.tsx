/** `wx.showModal`. */
import type { Modal } from '../host';
import type { Asking } from './phone_model';
import './modal_dialog.css';

export function ModalDialog({ asking }: { asking: Asking<Modal, boolean> }) {
  const { title, content, cancelText, confirmText, confirmColor, answer } = asking;
  return (
    <div class="modal-backdrop">
      <div
        class="modal"
        role="alertdialog"
        aria-modal="true"
        aria-label={title || content}
        tabIndex={-1}
        ref={focus}
      >
        {title && <h2>{title}</h2>}
        {content && <p>{content}</p>}
        <div class="modal-answers">
          {cancelText !== undefined && (
            <button type="button" onClick={() => answer(false)}>
              {cancelText}
            </button>
          )}
          <button
            type="button"
            class="confirm"
            style={confirmColor === undefined ? {} : { color: confirmColor }}
            onClick={() => answer(true)}
          >
            {confirmText}
          </button>
        </div>
      </div>
    </div>
  );
}

const focus = (element: HTMLElement | null) => {
  if (element !== null && !element.contains(document.activeElement)) element.focus();
};
