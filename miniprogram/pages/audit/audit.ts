/** Every send of the project, for operators: by kind, by outcome, by receiver. */
import type { Kind, Outcome } from '../../../cloudfunctions/messageHistory/contract';
import { drawHistory, emptyHistoryList } from '../../services/historyList';
import { historyPages } from '../../services/historyPages';
import { KINDS, OUTCOMES } from '../../services/sendRecord';

interface Choice<Value extends string> {
  value: Value | '';
  label: string;
}

const kinds: Choice<Kind>[] = [
  { value: '', label: '全部消息' },
  ...(Object.keys(KINDS) as Kind[]).map((value) => ({ value, label: KINDS[value] })),
];

const outcomes: Choice<Outcome>[] = [
  { value: '', label: '全部结果' },
  ...(Object.keys(OUTCOMES) as Outcome[]).map((value) => ({ value, label: OUTCOMES[value].label })),
];

type ChoiceEvent = WechatMiniprogram.BaseEvent<
  WechatMiniprogram.IAnyObject,
  { filter: 'kind' | 'outcome'; value: string }
>;

Page({
  data: {
    ...emptyHistoryList(),
    kinds,
    outcomes,
    kind: '' as Kind | '',
    outcome: '' as Outcome | '',
    openid: '',
  },

  history: historyPages('all'),
  /** The receiver that was looked for last. */
  searched: '',

  onLoad() {
    this.history = historyPages('all');
    this.search();
  },

  async onPullDownRefresh() {
    drawHistory(this, await this.history.first());
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    drawHistory(this, await this.history.next());
  },

  choose({ currentTarget: { dataset } }: ChoiceEvent) {
    this.setData({ [dataset.filter]: dataset.value });
    this.search();
  },

  typeOpenid({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ openid: value.trim() });
  },

  /** The field is left, perhaps by the key that has searched already. */
  leave() {
    if (this.data.openid !== this.searched) this.search();
  },

  async search() {
    const { kind, outcome, openid } = this.data;
    this.searched = openid;
    this.setData({ phase: 'loading' });
    drawHistory(
      this,
      await this.history.first({
        ...(kind && { kind }),
        ...(outcome && { outcome }),
        ...(openid && { openid }),
      }),
    );
  },
});
