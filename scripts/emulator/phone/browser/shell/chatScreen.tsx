/** 客服会话: the customer-service conversation, as the user has it. */
import { ChatInputBar } from './chatInputBar';
import { type ChatLine, chatLines, showsTime } from './chatLines';
import { Face, MessageBubble } from './messageBubble';
import { longTime } from './moment';
import { NoNetwork } from './noNetwork';
import type { PhoneModel } from './phoneModel';
import { Screen } from './screen';
import './chatScreen.css';

export function ChatScreen({ phone }: { phone: PhoneModel }) {
  const { chat, contact, handedOver, miniProgram } = phone.state;
  const typing = (chat.typingEndsAt ?? 0) > phone.now();
  const name = `${miniProgram?.name ?? '小程序'}客服`;
  const lines = chatLines(chat.messages, handedOver);
  return (
    <Screen
      class="chat-screen"
      title={typing ? '对方正在输入…' : name}
      label="客服会话"
      onBack={() => phone.back()}
    >
      <NoNetwork network={phone.state.network} />
      <div class="messages" role="log" aria-label="消息">
        {lines.map((line, index) => (
          <Line
            key={line.kind === 'message' ? line.message.id : line.text}
            line={line}
            before={lines[index - 1]}
            phone={phone}
          />
        ))}
        {lines.length === 0 && <p class="system-line">发一条消息，开始和客服的对话</p>}
        {typing && (
          <div class="bubble-row from-service" role="status" aria-label="对方正在输入">
            <Face from="service" phone={phone} />
            <span class="bubble typing">
              <i />
              <i />
              <i />
            </span>
          </div>
        )}
        <div class="chat-end" ref={scrollHere} key={`${lines.length}-${typing}`} />
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
  line: ChatLine;
  before: ChatLine | undefined;
  phone: PhoneModel;
}

function Line({ line, before, phone }: LineProps) {
  if (line.kind === 'system') return <p class="system-line">{line.text}</p>;
  return (
    <>
      {showsTime(line, before) && <time class="system-line">{longTime(line.at, phone.now())}</time>}
      <MessageBubble message={line.message} phone={phone} />
    </>
  );
}
