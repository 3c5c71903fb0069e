/** One message of a conversation: a text, an image, a link or a mini-program's card. */
import type { ChatContent, ChatMessage } from '../../../contract';
import { MiniProgramIcon } from './icons';
import type { PhoneModel } from './phoneModel';
import './userList.css';

export function MessageBubble({ message, phone }: { message: ChatMessage; phone: PhoneModel }) {
  return (
    <div class={`bubble-row from-${message.from}`}>
      <Face from={message.from} phone={phone} />
      <div class="said">
        <Content content={message} phone={phone} />
        {message.by === 'agent' && <span class="by-agent">人工</span>}
      </div>
    </div>
  );
}

/** Who says it: the mini-program, or the user of this phone. */
export function Face({ from, phone }: { from: ChatMessage['from']; phone: PhoneModel }) {
  const { miniProgram, users, openid } = phone.state;
  if (from === 'service') return <MiniProgramIcon name={miniProgram?.name ?? '小程序'} size={40} />;
  const { nickname = openid } = users.find((user) => user.openid === openid) ?? {};
  return (
    <span class="user-picture" aria-hidden="true">
      {[...nickname].at(-1)}
    </span>
  );
}

function Content({ content, phone }: { content: ChatContent; phone: PhoneModel }) {
  switch (content.msgtype) {
    case 'text':
      return (
        <span class="bubble">
          <Text text={content.content} onMiniProgram={(path) => phone.chat.openCard(path)} />
        </span>
      );
    case 'image':
      return (
        <button
          type="button"
          class="bubble picture"
          aria-label="查看图片"
          onClick={() => phone.set({ preview: { addresses: [content.picUrl], first: 0 } })}
        >
          <img src={content.picUrl} alt="图片" />
        </button>
      );
    case 'link':
      return (
        <a class="bubble card" href={content.url} target="_blank" rel="noreferrer">
          <b>{content.title}</b>
          <span class="card-text">
            <span>{content.description}</span>
            {content.thumbUrl !== '' && <img src={content.thumbUrl} alt="" onError={hide} />}
          </span>
        </a>
      );
    case 'miniprogrampage': {
      const name = phone.state.miniProgram?.name ?? '小程序';
      return (
        <button type="button" class="bubble card" onClick={() => phone.chat.openCard(content.pagePath)}>
          <span class="card-from">
            <MiniProgramIcon name={name} size={18} />
            {name}
          </span>
          <b>{content.title}</b>
          {content.thumbUrl !== '' && (
            <img class="card-picture" src={content.thumbUrl} alt="" onError={hide} />
          )}
          <span class="card-kind">小程序</span>
        </button>
      );
    }
  }
}

/** A picture that is not there leaves no hole. */
const hide = ({ currentTarget }: { currentTarget: HTMLImageElement }) => {
  currentTarget.hidden = true;
};

interface TextProps {
  text: string;
  onMiniProgram(path: string): void;
}

/** A text of customer service may hold links, to a page of the mini-program too (api sendCustomMessage). */
function Text({ text, onMiniProgram }: TextProps) {
  const parts = text.split(/(<a\b[^>]*>[\s\S]*?<\/a>)/g);
  return (
    <>
      {parts.map((part, index) => {
        const link = /^<a\b([^>]*)>([\s\S]*?)<\/a>$/.exec(part);
        if (link === null) return part;
        const [, attributes = '', label = ''] = link;
        const attribute = (name: string) =>
          new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
        const path = attribute('data-miniprogram-path');
        const href = attribute('href') ?? '';
        const key = index;
        if (path !== undefined) {
          return (
            <button type="button" class="text-link" key={key} onClick={() => onMiniProgram(path)}>
              {label}
            </button>
          );
        }
        if (!/^https?:/.test(href)) return label;
        return (
          <a class="text-link" key={key} href={href} target="_blank" rel="noreferrer">
            {label}
          </a>
        );
      })}
    </>
  );
}
