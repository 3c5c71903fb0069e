/** The conversations of customer service, those that wait first. */
import type { ConversationView } from '../../../cloudfunctions/customerServiceDesk/contract';
import { type ConversationsAnswer, conversationList } from '../../services/conversationList';
import { type ConversationRow, conversationRow } from '../../services/conversationRow';
import { type ErrorExplanation, explainError } from '../../services/explainError';
import { whoAmI } from '../../services/operator';
import { setChanges } from '../../services/setChanges';
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

  list: conversationList(),
  conversations: [] as ConversationView[],
  me: '',
  live: undefined as WhileShown | undefined,

  onLoad() {
    this.list = conversationList();
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

  /** @returns whether it went well */
  async load(): Promise<boolean> {
    const [answer, me] = await Promise.all([this.list.refresh(), whoAmI()]);
    this.me = me?.openid ?? this.me;
    this.take(answer);
    return answer.ok;
  },

  async onReachBottom() {
    const answer = await this.list.further();
    if (answer !== undefined) this.take(answer);
  },

  take(answer: ConversationsAnswer) {
    if (answer.ok) {
      this.conversations = answer.conversations;
      this.draw();
      setChanges(this, { phase: 'ready', stale: '', more: answer.more });
      return;
    }
    const error = explainError(answer.error);
    if (this.data.phase === 'ready') setChanges(this, { stale: error.text });
    else this.setData({ phase: 'failed', error });
  },

  draw() {
    const now = Date.now();
    setChanges(this, { rows: this.conversations.map((row) => conversationRow(row, this.me, now)) });
  },

  retry() {
    this.setData({ phase: 'loading' });
    this.load();
  },

  open({ currentTarget: { dataset } }: RowEvent) {
    wx.navigateTo({ url: `/pages/conversation/conversation?openid=${encodeURIComponent(dataset.openid)}` });
  },
});
