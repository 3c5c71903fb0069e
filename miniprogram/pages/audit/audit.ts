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
    this.draw(await this.history.next());
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
    this.history = historyPages({
      scope: 'all',
      ...(kind && { kind }),
      ...(outcome && { outcome }),
      ...(openid && { openid }),
    });
    this.setData({ phase: 'loading' });
    this.draw(await this.history.first());
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
