/** Where the user writes to customer service, and picks an image. */
import { useState } from 'preact/hooks';
import { PictureIcon } from './icons';
import type { PhoneModel } from './phoneModel';

export function ChatInputBar({ phone }: { phone: PhoneModel }) {
  const [text, setText] = useState('');
  const send = async () => {
    const content = text.trim();
    if (content === '') return;
    setText('');
    const sent = await phone.chat.send({ msgtype: 'text', content });
    // Before what was written meanwhile.
    if (!sent) setText((since) => text + since);
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
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() === '' ? (
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
