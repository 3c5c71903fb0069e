/** Every send of the project, for operators: by kind, by outcome, by receiver. */
import type { Kind, Outcome } from '../../../cloudfunctions/messageHistory/contract';
import { type ErrorExplanation, explainError } from '../../services/explainError';
import { type HistoryPage, historyPages } from '../../services/historyPages';
import { KINDS, OUTCOMES, rowOf, type SendRow } from '../../services/sendRecord';

interface Choice<Value extends string> {
  value: Value | '';
  label: string;
}

const kinds: Choice<Kind>[] = [
  { value: '', label: '全部' },
  ...(Object.keys(KINDS) as Kind[]).map((value) => ({ value, label: KINDS[value] })),
];

const outcomes: Choice<Outcome>[] = [
  { value: '', label: '全部' },
  ...(Object.keys(OUTCOMES) as Outcome[]).map((value) => ({ value, label: OUTCOMES[value].label })),
];

type ChoiceEvent = WechatMiniprogram.BaseEvent<
  WechatMiniprogram.IAnyObject,
  { filter: 'kind' | 'outcome'; value: string }
>;

Page({
  data: {
    phase: 'loading' as 'loading' | 'failed' | 'ready',
    error: null as ErrorExplanation | null,
    rows: [] as SendRow[],
    more: false,
    kinds,
    outcomes,
    kind: '' as Kind | '',
    outcome: '' as Outcome | '',
    openid: '',
  },

  history: historyPages({ scope: 'all' }),

  onLoad({ openid = '' }: { openid?: string }) {
    this.setData({ openid });
    this.search();
  },

  async onPullDownRefresh() {
    this.draw(await this.history.first());
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { history } = this;
    const page = await history.next();
    if (history === this.history) this.draw(page);
  },

  choose({ currentTarget: { dataset } }: ChoiceEvent) {
    this.setData({ [dataset.filter]: dataset.value });
    this.search();
  },

  typeOpenid({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ openid: value.trim() });
  },

  async search() {
    const { kind, outcome, openid } = this.data;
    const history = historyPages({
      scope: 'all',
      ...(kind && { kind }),
      ...(outcome && { outcome }),
      ...(openid && { openid }),
    });
    this.history = history;
    this.setData({ phase: 'loading' });
    const page = await history.first();
    // The answer to an older choice may come after that to a newer one.
    if (history === this.history) this.draw(page);
  },

  draw(page: HistoryPage | undefined) {
    if (page === undefined) return;
    if (page.ok) {
      const now = Date.now();
      this.setData({
        phase: 'ready',
        rows: page.messages.map((message) => rowOf(message, now)),
        more: page.more,
      });
      return;
    }
    const error = explainError(page.error);
    if (this.data.phase === 'ready') wx.showToast({ title: error.text, icon: 'none' });
    else this.setData({ phase: 'failed', error });
  },
});
