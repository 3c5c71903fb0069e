/** `wx.showModal`. */
import { useState } from 'preact/hooks';
import type { Modal, ModalAnswer } from '../host';
import type { Asking } from './phoneState';
import './modalDialog.css';

export function ModalDialog({ asking }: { asking: Asking<Modal, ModalAnswer> }) {
  const { title, content, cancelText, cancelColor, confirmText, confirmColor, editable, answer } = asking;
  const [text, setText] = useState(content);
  const close = (confirmed: boolean) => answer({ confirmed, content: text });
  return (
    <div class="modal-backdrop">
      <div
        class="modal"
        role="alertdialog"
        aria-modal="true"
        aria-label={title || content}
        tabIndex={-1}
        data-layer
        onKeyDown={({ key, isComposing }) => key === 'Escape' && !isComposing && close(false)}
      >
        {title && <h2>{title}</h2>}
        {editable ? (
          <textarea
            class="modal-text"
            aria-label={title || '输入'}
            placeholder={asking.placeholderText ?? ''}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        ) : (
          content && <p>{content}</p>
        )}
        <div class="modal-answers">
          {cancelText !== undefined && (
            <button
              type="button"
              style={cancelColor === undefined ? {} : { color: cancelColor }}
              onClick={() => close(false)}
            >
              {cancelText}
            </button>
          )}
          <button
            type="button"
            class="confirm"
            style={confirmColor === undefined ? {} : { color: confirmColor }}
            onClick={() => close(true)}
          >
            {confirmText}
          </button>
        </div>
      </div>
    </div>
  );
}
