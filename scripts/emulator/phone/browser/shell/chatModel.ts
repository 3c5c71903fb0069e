/** The customer-service conversation on this phone. */
import type { Chat, ChatInput, ChatMessage, DeskConversation } from '../../../contract';
import type { EmulatorClient } from '../emulatorClient';
import type { Contact, ContactReturn, SharedCard } from '../host';
import { askUser } from './askUser';
import { inOrder } from './inOrder';
import type { Banner, PhoneState, Screen } from './phoneState';

/** What the chat needs of the phone that it is on. */
interface Phone {
  readonly state: PhoneState;
  readonly emulator: EmulatorClient;
  readonly screen: Screen;
  set(change: Partial<PhoneState>): void;
  now(): number;
  open(screen: Screen): void;
  openUntilLeft(screen: Screen): Promise<void>;
  openPage(page: string, scene: number): void;
  showBanner(banner: Banner): void;
  back(): void;
  orTrouble(work: () => Promise<unknown>): Promise<boolean>;
  overNetwork(work: () => Promise<unknown>): Promise<boolean>;
}

const NO_CARD: ContactReturn = { path: '', query: {} };

export class ChatModel {
  private typingTimer: number | undefined;
  private readonly showChat = inOrder((chat: Chat) => this.show(chat));
  private readonly showDesk = inOrder((conversations: DeskConversation[]) => {
    const { openid } = this.phone.state;
    this.phone.set({ handedOver: conversations.find((one) => one.openid === openid) });
  });

  constructor(private readonly phone: Phone) {}

  read(): Promise<boolean> {
    const { phone } = this;
    return phone.orTrouble(async () => {
      await this.showChat(phone.emulator.chat(phone.state.openid));
      await this.readDesk();
    });
  }

  readDesk(): Promise<boolean> {
    const { phone } = this;
    return phone.orTrouble(() => this.showDesk(phone.emulator.desk()));
  }

  /** Something in the conversation has changed. */
  follow(message: ChatMessage | undefined): void {
    void this.read();
    if (message?.from !== 'service' || this.phone.screen === 'chat') return;
    this.phone.set({ unreadChat: this.phone.state.unreadChat + 1 });
    this.phone.showBanner({ kind: 'chat', message });
  }

  /** A contact button opens the chat; resolves when the user is back. */
  async openContact(contact: Contact): Promise<ContactReturn> {
    const { phone } = this;
    const returned = askUser(phone, 'contact', contact);
    void phone.openUntilLeft('chat').then(() => phone.state.contact?.answer(NO_CARD));
    await this.enter(contact.sessionFrom);
    return returned;
  }

  /** From WeChat's list of chats. */
  openFromList(): void {
    this.phone.open('chat');
    void this.enter('');
  }

  private enter(sessionFrom: string): Promise<boolean> {
    const { phone } = this;
    return phone.overNetwork(() => this.showChat(phone.emulator.enterChat(phone.state.openid, sessionFrom)));
  }

  /** @returns whether it was sent */
  send(input: ChatInput): Promise<boolean> {
    const { phone } = this;
    return phone.overNetwork(async () => {
      await phone.emulator.say(phone.state.openid, input);
      await this.read();
    });
  }

  /** The card that `show-message-card` offers; it goes out once, however often it is tapped. */
  async sendCard({ title, path, image }: SharedCard): Promise<void> {
    const { contact } = this.phone.state;
    if (contact !== undefined) this.phone.set({ contact: { ...contact, card: undefined } });
    const sent = await this.send({
      msgtype: 'miniprogrampage',
      title,
      pagePath: path,
      // A picture of this session alone has no address that others reach.
      ...(image.startsWith('http') && { thumbUrl: image }),
    });
    // Offered again, unless the chat was left meanwhile.
    if (!sent && this.phone.state.contact?.answer === contact?.answer) this.phone.set({ contact });
  }

  /** A tap on a card: back to the button that opened the chat, or into the mini-program. */
  openCard(pagePath: string): void {
    const { phone } = this;
    const { contact } = phone.state;
    if (contact === undefined) {
      phone.openPage(pagePath, CHAT_CARD_SCENE);
      return;
    }
    const [path = '', search = ''] = pagePath.split('?', 2);
    const query = Object.fromEntries(search.split('&').filter(Boolean).map(pairOf));
    contact.answer({ path: path.replace(/^\//, ''), query });
    phone.back();
  }

  private show(chat: Chat): void {
    const { phone } = this;
    phone.set({ chat });
    clearTimeout(this.typingTimer);
    const { typingEndsAt } = chat;
    if (typingEndsAt === undefined) return;
    const hide = () => phone.set({ chat: { ...phone.state.chat, typingEndsAt: 0 } });
    this.typingTimer = window.setTimeout(hide, Math.max(0, typingEndsAt - phone.now()));
  }
}

/** 单人聊天会话中的小程序消息卡片 (WeChat's documentation: reference/scene-list). */
const CHAT_CARD_SCENE = 1007;

function pairOf(pair: string): [string, string] {
  const [name = '', ...value] = pair.split('=');
  return [name, value.join('=')];
}
