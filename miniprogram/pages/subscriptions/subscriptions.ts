/** What the user can subscribe to, where he stands with each, and a message to try it. */
import { callFunction, type SubscribableTemplate } from '../../services/cloud';
import { type ErrorExplanation, explainError } from '../../services/explainError';
import { sampleData } from '../../services/sample';
import { toggle } from '../../services/selection';
import {
  explainAnswer,
  readSetting,
  type SubscribeAnswer,
  type SubscribeFailure,
  type SubscriptionSetting,
  subscribe,
} from '../../services/subscribe';
import { afterAnswer, stateOf } from '../../services/templateState';
import { settings } from '../../settings';
import { type Outcome, sectionsOf } from './sections';

/** An event of one card. */
type CardEvent = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, { tmplid: string }>;

Page({
  data: {
    phase: 'loading' as 'loading' | 'failed' | 'ready',
    loadError: null as ErrorExplanation | null,
    sections: [] as ReturnType<typeof sectionsOf>,
    mainSwitch: true,
    selected: [] as string[],
    limit: settings.templatesPerRequest,
    subscribing: false,
    failure: null as SubscribeFailure | null,
  },

  templates: [] as SubscribableTemplate[],
  setting: { mainSwitch: true, kept: {} } as SubscriptionSetting,
  outcomes: {} as Record<string, Outcome>,
  sending: '',

  onShow() {
    this.load();
  },

  async load() {
    const [status] = await Promise.all([callFunction('subscribeStatus', {}), this.refreshSetting()]);
    if (!status.ok) {
      const loadError = explainError(status.error);
      // What is on the screen is worth more than an empty page.
      if (this.data.phase === 'ready') wx.showToast({ title: loadError.text, icon: 'none' });
      else this.setData({ phase: 'failed', loadError });
      return;
    }
    this.templates = status.data.templates;
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
    const { templates, setting, outcomes, sending } = this;
    const { selected } = this.data;
    this.setData({
      mainSwitch: setting.mainSwitch,
      sections: sectionsOf({ templates, setting, selected, outcomes, sending }),
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
    const change = toggle(template, this.data.selected, this.templates, this.data.limit);
    if (!change.ok) {
      wx.showToast({ title: change.reason, icon: 'none' });
      return;
    }
    this.setData({ selected: change.selected, failure: null });
    this.draw();
  },

  subscribe() {
    const { selected, subscribing } = this.data;
    if (subscribing || selected.length === 0) return;
    // Before anything else: WeChat opens the panel only while the tap is being handled.
    const asked = subscribe(selected);
    this.setData({ subscribing: true, failure: null });
    asked.then((result) => {
      this.setData({ subscribing: false });
      if (result.ok) this.take(result.answers);
      else this.setData({ failure: result.failure });
    });
  },

  async take(answers: Record<string, SubscribeAnswer>) {
    this.outcomes = {};
    this.templates = this.templates.map((template) => {
      const answer = answers[template.tmplId];
      if (answer === undefined) return template;
      const agreed = answer === 'accept' || answer === 'acceptWithAudio';
      this.outcomes[template.tmplId] = {
        text: explainAnswer(answer),
        hint: '',
        tone: agreed ? 'good' : 'plain',
      };
      return afterAnswer(template, answer);
    });
    this.setData({ selected: [] });
    this.draw();
    // 'Always keep' may have been ticked.
    await this.refreshSetting();
    this.draw();
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
    // Coming back shows the page again, which loads it.
    await wx.openSetting();
    this.setData({ failure: null });
  },
});
