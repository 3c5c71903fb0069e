/** Where the user writes to customer service, and picks an image. */
import { PictureIcon } from './icons';
import type { PhoneModel } from './phoneModel';
import './chatInputBar.css';

export function ChatInputBar({ phone }: { phone: PhoneModel }) {
  const { draft } = phone.state;
  const send = async () => {
    const content = draft.trim();
    if (content === '') return;
    phone.set({ draft: '' });
    const sent = await phone.chat.send({ msgtype: 'text', content });
    // Before what was written meanwhile.
    if (!sent) phone.set({ draft: draft + phone.state.draft });
  };
  const sendImage = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = '';
    if (file !== undefined) await phone.chat.send({ msgtype: 'image', data: await toDataUrl(file) });
  };
  return (
    <form
      class="chat-input"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <input
        type="text"
        aria-label="发给客服"
        autocomplete="off"
        value={draft}
        onInput={(event) => phone.set({ draft: event.currentTarget.value })}
      />
      {draft.trim() === '' ? (
        <label class="chat-picture-input">
          <input
            type="file"
            accept="image/png,image/jpeg,image/gif"
            aria-label="发送图片"
            onChange={(event) => void sendImage(event.currentTarget)}
          />
          <PictureIcon />
        </label>
      ) : (
        <button type="submit" class="chat-send">
          发送
        </button>
      )}
    </form>
  );
}

function toDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
