/** The conversations of customer service, those that wait first. */
import type { ConversationView } from '../../../cloudfunctions/customerServiceDesk/contract';
import { callFunction } from '../../services/cloud';
import { type ConversationRow, conversationRow } from '../../services/conversationRow';
import { type ErrorExplanation, explainError } from '../../services/explainError';
import { whoAmI } from '../../services/operator';
import { type WhileShown, whileShown } from '../../services/whileShown';

const ASK_EVERY_MS = 5_000;

type RowEvent = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, { openid: string }>;

Page({
  data: {
    phase: 'loading' as 'loading' | 'failed' | 'ready',
    error: null as ErrorExplanation | null,
    /** Why what is shown may be out of date; '' while it is not. */
    stale: '',
    rows: [] as ConversationRow[],
    more: false,
  },

  conversations: [] as ConversationView[],
  /** For the next page; '' when there is none. */
  after: '',
  me: '',
  live: undefined as WhileShown | undefined,

  onLoad() {
    this.live = whileShown(
      () => this.load(),
      ASK_EVERY_MS,
      () => this.draw(),
    );
  },

  onShow() {
    this.live?.show();
  },

  onHide() {
    this.live?.hide();
  },

  onUnload() {
    this.live?.hide();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  /** As many as are on the screen, at least a page. @returns whether it went well */
  async load(): Promise<boolean> {
    const limit = Math.min(100, Math.max(20, this.conversations.length));
    const [answer, me] = await Promise.all([
      callFunction('customerServiceDesk', { action: 'list', limit }),
      whoAmI(),
    ]);
    if (!answer.ok) {
      const error = explainError(answer.error);
      if (this.data.phase === 'ready') this.setData({ stale: error.text });
      else this.setData({ phase: 'failed', error });
      return false;
    }
    this.me = me?.openid ?? '';
    this.conversations = answer.data.conversations;
    this.after = answer.data.next ?? '';
    this.draw();
    this.setData({ phase: 'ready', stale: '' });
    return true;
  },

  async onReachBottom() {
    if (this.after === '') return;
    const { after } = this;
    this.after = '';
    const answer = await callFunction('customerServiceDesk', { action: 'list', after });
    if (!answer.ok) return;
    const known = new Set(this.conversations.map(({ openid }) => openid));
    const further = answer.data.conversations.filter(({ openid }) => !known.has(openid));
    this.conversations = [...this.conversations, ...further];
    this.after = answer.data.next ?? '';
    this.draw();
  },

  draw() {
    const now = Date.now();
    const rows = this.conversations.map((conversation) => conversationRow(conversation, this.me, now));
    this.setData({ rows, more: this.after !== '' });
  },

  retry() {
    this.setData({ phase: 'loading' });
    this.load();
  },

  open({ currentTarget: { dataset } }: RowEvent) {
    wx.navigateTo({ url: `/pages/conversation/conversation?openid=${encodeURIComponent(dataset.openid)}` });
  },
});
