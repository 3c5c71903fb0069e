/** `wx.showModal`. */
import type { Modal } from '../host';
import type { Asking } from './phoneModel';
import { takeFocus } from './takeFocus';
import './modalDialog.css';

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
        ref={takeFocus}
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
