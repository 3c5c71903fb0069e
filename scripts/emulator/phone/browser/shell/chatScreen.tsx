/** 客服会话: the customer-service conversation, as the user has it. */
import type { ChatMessage } from '../../../contract';
import { ChatInputBar } from './chatInputBar';
import { MessageBubble } from './messageBubble';
import { longTime } from './moment';
import type { PhoneModel } from './phoneModel';
import { Screen } from './screen';
import './chatScreen.css';

/** Milliseconds between messages after which the time stands between them. */
const TIME_GAP_MS = 5 * 60_000;

const HANDED_OVER = {
  waiting: '已转接人工客服，正在等待接入',
  taken: '人工客服已接入',
};

export function ChatScreen({ phone }: { phone: PhoneModel }) {
  const { chat, contact, handedOver, miniProgram } = phone.state;
  const typing = (chat.typingEndsAt ?? 0) > phone.now();
  const name = `${miniProgram?.name ?? '小程序'}客服`;
  return (
    <Screen
      class="chat-screen"
      title={typing ? '对方正在输入…' : name}
      label="客服会话"
      onBack={() => phone.back()}
    >
      <div class="messages" role="log" aria-label="消息">
        {chat.messages.map((message, index) => (
          <Line key={message.id} message={message} before={chat.messages[index - 1]} phone={phone} />
        ))}
        {chat.messages.length === 0 && <p class="system-line">发一条消息，开始和客服的对话</p>}
        {handedOver && <p class="system-line">{HANDED_OVER[handedOver]}</p>}
        {typing && (
          <div class="bubble-row from-service" role="status" aria-label="对方正在输入">
            <span class="bubble typing">
              <i />
              <i />
              <i />
            </span>
          </div>
        )}
        <div class="chat-end" ref={scrollHere} key={`${chat.messages.length}-${typing}-${handedOver}`} />
      </div>
      {contact?.card && (
        <button
          type="button"
          class="offered-card"
          onClick={() => contact.card && void phone.chat.sendCard(contact.card)}
        >
          {contact.card.image !== '' && <img src={contact.card.image} alt="" />}
          <span>{contact.card.title || '小程序'}</span>
          <b>发送给客服</b>
        </button>
      )}
      <ChatInputBar phone={phone} />
    </Screen>
  );
}

/** The newest message is in sight when the screen opens and when one comes. */
const scrollHere = (end: HTMLElement | null) => end?.scrollIntoView({ block: 'end' });

interface LineProps {
  message: ChatMessage;
  before: ChatMessage | undefined;
  phone: PhoneModel;
}

function Line({ message, before, phone }: LineProps) {
  const showsTime = before === undefined || message.at - before.at > TIME_GAP_MS;
  return (
    <>
      {showsTime && <time class="system-line">{longTime(message.at, phone.now())}</time>}
      <MessageBubble message={message} phone={phone} />
    </>
  );
}
