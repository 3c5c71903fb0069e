/** WeChat's list of chats, as far as a mini-program's messages need it. */
import type { ComponentChildren } from 'preact';
import { summaryOf } from './banner';
import { BellIcon, HeadsetIcon, MiniProgramIcon } from './icons';
import { shortTime } from './moment';
import { NoNetwork } from './noNetwork';
import type { PhoneModel } from './phoneModel';
import { TitleBar } from './titleBar';
import './chatsScreen.css';

export function ChatsScreen({ phone }: { phone: PhoneModel }) {
  const { notifications, unread, chat, unreadChat, miniProgram } = phone.state;
  const [latest] = notifications;
  const said = chat.messages.at(-1);
  const name = miniProgram?.name ?? '小程序';
  return (
    <section
      class="screen chats"
      data-layer
      tabIndex={-1}
      aria-label="微信"
      hidden={phone.screen !== 'chats'}
    >
      <TitleBar title="微信" />
      <NoNetwork network={phone.state.network} />
      <Row
        picture={<BellIcon />}
        unread={unread}
        name="服务通知"
        last={latest ? `[${name}] ${latest.title}` : '还没有收到通知'}
        time={latest && shortTime(latest.receivedAt, phone.now())}
        onOpen={() => phone.open('notifications')}
      />
      {said && (
        <Row
          picture={<HeadsetIcon />}
          unread={unreadChat}
          name="客服消息"
          last={`[${name}] ${summaryOf(said)}`}
          time={shortTime(said.at, phone.now())}
          onOpen={() => phone.chat.openFromList()}
        />
      )}
      <Row
        picture={<MiniProgramIcon name={name} size={48} />}
        plain
        name={name}
        last="小程序"
        onOpen={() => phone.open('miniProgram')}
      />
    </section>
  );
}

interface RowProps {
  picture: ComponentChildren;
  /** The picture has a ground of its own. */
  plain?: boolean;
  unread?: number;
  name: string;
  last: string;
  time?: string | undefined;
  onOpen(): void;
}

function Row({ picture, plain = false, unread = 0, name, last, time, onOpen }: RowProps) {
  return (
    <button type="button" class="chat" onClick={onOpen}>
      <span class={`chat-picture ${plain ? '' : 'bell'}`}>
        {picture}
        {unread > 0 && <span class="badge">{unread}</span>}
      </span>
      <span class="chat-text">
        <span class="chat-name">{name}</span>
        <span class="chat-last">{last}</span>
      </span>
      {time && <time>{time}</time>}
    </button>
  );
}
