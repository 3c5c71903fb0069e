/** WeChat's list of chats, as far as a mini-program's messages need it. */
import { BellIcon, MiniProgramIcon } from './icons';
import { shortTime } from './moment';
import type { PhoneModel } from './phoneModel';
import { TitleBar } from './titleBar';
import './chatsScreen.css';

export function ChatsScreen({ phone }: { phone: PhoneModel }) {
  const { notifications, unread, miniProgram } = phone.state;
  const [latest] = notifications;
  const name = miniProgram?.name ?? '小程序';
  return (
    <section class="screen chats" aria-label="微信" hidden={phone.screen !== 'chats'}>
      <TitleBar title="微信" />
      <button type="button" class="chat" onClick={() => phone.open('notifications')}>
        <span class="chat-picture bell">
          <BellIcon />
          {unread > 0 && <span class="badge">{unread}</span>}
        </span>
        <span class="chat-text">
          <span class="chat-name">服务通知</span>
          <span class="chat-last">{latest ? `[${name}] ${latest.title}` : '还没有收到通知'}</span>
        </span>
        {latest && <time>{shortTime(latest.receivedAt)}</time>}
      </button>
      <button type="button" class="chat" onClick={() => phone.open('miniProgram')}>
        <span class="chat-picture">
          <MiniProgramIcon name={name} size={48} />
        </span>
        <span class="chat-text">
          <span class="chat-name">{name}</span>
          <span class="chat-last">小程序</span>
        </span>
      </button>
    </section>
  );
}
