/** One conversation: what was said, what may still be said, and the answer. */
import type { Input as DeskInput, MessageView } from '../../../cloudfunctions/customerServiceDesk/contract';
import type { Message } from '../../../cloudfunctions/customerServiceSend/contract';
import { type Bubble, bubblesOf } from '../../services/bubble';
import { callFunction } from '../../services/cloud';
import { type ConversationRow, conversationRow, nameOf } from '../../services/conversationRow';
import { type ErrorExplanation, explainError } from '../../services/explainError';
import { whoAmI } from '../../services/operator';
import { decoded } from '../../services/query';
import { setChanges } from '../../services/setChanges';
import { type Thread, type ThreadAnswer, threadReader } from '../../services/thread';
import { typingState } from '../../services/typing';
import { type WhileShown, whileShown } from '../../services/whileShown';

const ASK_EVERY_MS = 3_000;

/** So near to the end the latest message counts as in sight. */
const NEAR_END_PX = 60;

/** What the operator can do with the conversation as a whole. */
type Move = Extract<DeskInput['action'], 'take' | 'release' | 'handOver' | 'close'>;

interface Unsure {
  message: Message;
  /** The messages that were there before. */
  known: Set<string>;
}

const MOVES: { label: string; move: Move }[] = [
  { label: '由我处理', move: 'take' },
  { label: '不再处理', move: 'release' },
  { label: '转到网页版客服工具', move: 'handOver' },
  { label: '结束会话', move: 'close' },
];

Page({
  data: {
    phase: 'loading' as 'loading' | 'failed' | 'ready',
    error: null as ErrorExplanation | null,
    bubbles: [] as Bubble[],
    head: null as ConversationRow | null,
    /** Why what is shown may be out of date; '' while it is not. */
    stale: '',
    more: false,
    /** What is scrolled to. */
    last: '',
    sending: false,
    /** Why the last message was not sent. */
    refusal: null as ErrorExplanation | null,
  },

  openid: '',
  me: '',
  thread: undefined as Thread | undefined,
  reader: threadReader(''),
  live: undefined as WhileShown | undefined,
  typing: typingState(() => {}),
  /** The latest message is in sight. */
  atEnd: true,
  /** Pixels of the thread that are in sight, as far as scrolling has shown. */
  height: Number.POSITIVE_INFINITY,
  /** What may be on its way: the box keeps it until it stands in the thread. */
  unsure: undefined as Unsure | undefined,

  onLoad({ openid = '' }: { openid?: string }) {
    this.openid = decoded(openid);
    this.reader = threadReader(this.openid);
    this.live = whileShown(
      () => this.load(),
      ASK_EVERY_MS,
      () => this.drawHead(),
    );
    this.typing = typingState((command) => {
      callFunction('customerServiceTyping', { to: this.openid, command });
    });
    wx.setNavigationBarTitle({ title: nameOf(this.openid) });
  },

  onShow() {
    this.live?.show();
  },

  onHide() {
    this.leave();
  },

  onUnload() {
    this.leave();
  },

  leave() {
    this.live?.hide();
    this.typing.stop();
  },

  /** @returns whether it went well */
  async load(): Promise<boolean> {
    const [answer, me] = await Promise.all([this.reader.latest(), whoAmI()]);
    this.me = me?.openid ?? this.me;
    if (answer === undefined) return true;
    const before = lastId(this.thread?.messages);
    this.take(answer);
    if (!answer.ok) return false;
    const { messages, conversation } = answer.thread;
    if (lastId(messages) !== before) this.scrollToEnd();
    this.findUnsure(messages);
    if (conversation.unread > 0) this.markRead(conversation.received);
    return true;
  },

  async loadEarlier() {
    const answer = await this.reader.earlier();
    if (answer !== undefined) this.take(answer);
  },

  take(answer: ThreadAnswer) {
    if (answer.ok) {
      this.thread = answer.thread;
      const bubbles = bubblesOf(answer.thread.messages, this.me, Date.now());
      setChanges(this, { phase: 'ready', stale: '', bubbles, more: answer.thread.more });
      this.drawHead();
      return;
    }
    const error = explainError(answer.error);
    if (this.data.phase === 'ready') setChanges(this, { stale: error.text });
    else this.setData({ phase: 'failed', error });
  },

  /** WeChat scrolls to the same id but once (seen by developers): it is forgotten between. */
  scrollToEnd() {
    this.atEnd = true;
    this.setData({ last: '' }, () => this.setData({ last: 'end' }));
  },

  followScroll({ detail: { scrollTop, scrollHeight } }: WechatMiniprogram.ScrollViewScroll) {
    const toEnd = scrollHeight - scrollTop;
    this.height = Math.min(this.height, toEnd);
    this.atEnd = toEnd - this.height < NEAR_END_PX;
  },

  /** A picture has come: what was in sight at the end stays there. */
  keepEnd() {
    if (this.atEnd) this.scrollToEnd();
  },

  /** The box has opened or closed. */
  resize() {
    this.height = Number.POSITIVE_INFINITY;
    this.keepEnd();
  },

  drawHead() {
    if (this.thread === undefined) return;
    setChanges(this, { head: conversationRow(this.thread.conversation, this.me, Date.now()) });
  },

  markRead(upTo: number) {
    callFunction('customerServiceDesk', { action: 'markRead', openid: this.openid, upTo });
  },

  retry() {
    this.setData({ phase: 'loading' });
    this.load();
  },

  typed({ detail: { text } }: WechatMiniprogram.CustomEvent<{ text: string }>) {
    this.setData({ refusal: null });
    this.typing.typed(text);
  },

  async send({ detail: { message } }: WechatMiniprogram.CustomEvent<{ message: Message }>) {
    if (this.data.sending) return;
    this.setData({ sending: true, refusal: null });
    this.unsure = undefined;
    const known = new Set(this.thread?.messages.map(({ id }) => id));
    const answer = await callFunction('customerServiceSend', { to: this.openid, message });
    this.typing.sent();
    // What was refused stays in the box.
    if (answer.ok) this.selectComponent('#reply').sent(message);
    else if (answer.error.code === 'SEND_OUTCOME_UNKNOWN') this.unsure = { message, known };
    this.setData({ refusal: answer.ok ? null : explainError(answer.error) });
    const loaded = this.load();
    // Until it is known whether the thread has it, a second tap would perhaps send it twice.
    if (this.unsure !== undefined) await loaded;
    this.setData({ sending: false });
  },

  findUnsure(messages: MessageView[]) {
    if (this.unsure === undefined) return;
    const { message, known } = this.unsure;
    const mine = `operator:${this.me}`;
    if (!messages.some(({ id, by }) => by === mine && !known.has(id))) return;
    this.unsure = undefined;
    this.selectComponent('#reply').sent(message);
  },

  async openMoves() {
    const mine = this.thread?.conversation.operator?.openid === this.me;
    const moves = MOVES.filter(({ move }) => (move === 'take' ? !mine : move !== 'release' || mine));
    try {
      const { tapIndex } = await wx.showActionSheet({ itemList: moves.map(({ label }) => label) });
      const chosen = moves[tapIndex];
      if (chosen !== undefined) await this.move(chosen.move);
    } catch {
      // Closed without a choice.
    }
  },

  async move(action: Move) {
    const answer = await callFunction('customerServiceDesk', { action, openid: this.openid });
    if (!answer.ok) {
      wx.showToast({ title: explainError(answer.error).text, icon: 'none' });
      return;
    }
    if (action === 'handOver') wx.showToast({ title: '用户的下一条消息会转到网页版客服工具', icon: 'none' });
    this.load();
  },
});

function lastId(messages: MessageView[] = []): string | undefined {
  return messages[messages.length - 1]?.id;
}
