/** What the user can subscribe to, where he stands with each, and a message to try it. */
import { callFunction, type SubscribableTemplate } from '../../services/cloud';
import { type ErrorExplanation, explainError } from '../../services/explainError';
import { sampleData } from '../../services/sample';
import { toggle } from '../../services/selection';
import { type Askable, isAccepted, mostPerRequest } from '../../services/subscribe';
import { explainAnswer, type SubscribeAnswer, type SubscribeFailure } from '../../services/subscribeMeaning';
import { openSetting, readSetting, UNKNOWN_SETTING } from '../../services/subscriptionSetting';
import { afterAnswer, stateOf } from '../../services/templateState';
import { settings } from '../../settings';
import { type Outcome, sectionsOf } from './sections';

/** An event of one card. */
type CardEvent = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, { tmplid: string }>;
/** What <subscribe-button> tells. */
type AnswersEvent = WechatMiniprogram.CustomEvent<{ answers: Record<string, SubscribeAnswer> }>;
type FailureEvent = WechatMiniprogram.CustomEvent<{ failure: SubscribeFailure }>;

/** WeChat shows no panel for such a template: nothing else tells why nothing happened. */
const REJECTS_ALWAYS = '你选了总是拒绝，微信不再询问。想收的话，到「我的」里的「订阅设置」打开。';

Page({
  data: {
    phase: 'loading' as 'loading' | 'failed' | 'ready',
    loadError: null as ErrorExplanation | null,
    sections: [] as ReturnType<typeof sectionsOf>,
    mainSwitch: true,
    /** The ticked templates, for <subscribe-button>. */
    asked: [] as Askable[],
    limit: 1,
    failure: null as SubscribeFailure | null,
  },

  templates: [] as SubscribableTemplate[],
  setting: UNKNOWN_SETTING,
  /** Ids of the ticked templates. */
  selected: [] as string[],
  outcomes: {} as Record<string, Outcome>,
  /** The id of the template that is being sent, or ''. */
  sending: '',
  /** Counts what is newer than an answer on its way: the questions, and what the user did meanwhile. */
  turn: 0,

  onLoad() {
    this.setData({ limit: mostPerRequest(settings.templatesPerRequest) });
  },

  onShow() {
    this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    this.turn += 1;
    const mine = this.turn;
    const [status] = await Promise.all([callFunction('subscribeStatus', {}), this.refreshSetting()]);
    // What the user has done since is not in it.
    if (mine !== this.turn) return;
    if (!status.ok) {
      const loadError = explainError(status.error);
      // What is on the screen is worth more than an empty page.
      if (this.data.phase === 'ready') wx.showToast({ title: loadError.text, icon: 'none' });
      else this.setData({ phase: 'failed', loadError });
      return;
    }
    this.templates = status.data.templates;
    this.selected = this.selected.filter((id) => this.templates.some(({ tmplId }) => tmplId === id));
    this.draw();
    this.setData({ phase: 'ready', loadError: null });
  },

  /** Where WeChat does not give the setting, the last one stands. */
  async refreshSetting() {
    this.setting = await readSetting().catch(() => this.setting);
  },

  retry() {
    this.setData({ phase: 'loading' });
    this.load();
  },

  draw() {
    const { templates, setting, selected, outcomes, sending } = this;
    this.setData({
      mainSwitch: setting.mainSwitch,
      sections: sectionsOf({ templates, setting, selected, outcomes, sending }),
      asked: templates
        .filter(({ tmplId }) => selected.includes(tmplId))
        .map(({ tmplId, type }) => ({ tmplId, type })),
    });
  },

  tick(event: CardEvent) {
    const template = this.templates.find(({ tmplId }) => tmplId === event.currentTarget.dataset.tmplid);
    if (template === undefined) return;
    const { subscribable } = stateOf(template, this.setting.kept[template.tmplId]);
    if (!subscribable) {
      wx.showToast({ title: explainAnswer('ban'), icon: 'none' });
      return;
    }
    const change = toggle(template, this.selected, this.templates, this.data.limit);
    if (!change.ok) {
      wx.showToast({ title: change.reason, icon: 'none' });
      return;
    }
    this.selected = change.selected;
    this.setData({ failure: null });
    this.draw();
  },

  async take({ detail: { answers } }: AnswersEvent) {
    this.turn += 1;
    this.outcomes = {};
    this.templates = this.templates.map((template) => {
      const answer = answers[template.tmplId];
      if (answer === undefined) return template;
      const tone = isAccepted(answer) ? 'good' : 'plain';
      this.outcomes[template.tmplId] = { text: explainAnswer(answer), hint: '', tone };
      return afterAnswer(template, answer);
    });
    this.selected = [];
    this.setData({ failure: null });
    this.draw();
    // 'Always keep' may have been ticked.
    await this.refreshSetting();
    for (const [tmplId, answer] of Object.entries(answers)) {
      const outcome = this.outcomes[tmplId];
      const isKept = answer === 'reject' && this.setting.kept[tmplId] === 'reject';
      if (isKept && outcome !== undefined) this.outcomes[tmplId] = { ...outcome, hint: REJECTS_ALWAYS };
    }
    this.draw();
  },

  fail({ detail: { failure } }: FailureEvent) {
    this.setData({ failure });
  },

  async send(event: CardEvent) {
    const template = this.templates.find(({ tmplId }) => tmplId === event.currentTarget.dataset.tmplid);
    if (template === undefined || this.sending !== '') return;
    this.sending = template.tmplId;
    this.draw();
    const answer = await callFunction('subscribeSend', {
      template: template.name,
      data: sampleData(template.fields, new Date()),
    });
    this.sending = '';
    this.turn += 1;
    if (answer.ok) {
      const { remaining } = answer.data;
      // Loaded anew meanwhile, perhaps: the ids stay.
      this.templates = this.templates.map((other) =>
        other.tmplId === template.tmplId ? { ...other, remaining } : other,
      );
      this.outcomes = { [template.tmplId]: { text: '已发出，请看服务通知', hint: '', tone: 'good' } };
    } else {
      this.outcomes = { [template.tmplId]: { ...explainError(answer.error), tone: 'bad' } };
    }
    this.draw();
  },

  async openSetting() {
    // Coming back shows the page again, which loads it; where it does not, this does.
    this.setting = await openSetting().catch(() => this.setting);
    this.setData({ failure: null });
    this.draw();
  },
});
