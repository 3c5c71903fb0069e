/** What the user has set for subscription messages, and the way to WeChat's own page where he can change it. */
import { callFunction, type SubscribableTemplate } from '../../services/cloud';
import {
  type KeptChoice,
  openSetting,
  readSetting,
  type SubscriptionSetting,
} from '../../services/subscriptionSetting';

const CHOICES: Record<KeptChoice, string> = { accept: '总是接收', reject: '总是拒绝', ban: '已被微信封禁' };

Page({
  data: {
    phase: 'loading' as 'loading' | 'failed' | 'ready',
    known: true,
    mainSwitch: true,
    items: [] as { tmplId: string; title: string; choice: string }[],
  },

  templates: [] as SubscribableTemplate[],

  onShow() {
    this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    const [setting, status] = await Promise.all([
      readSetting().catch(() => undefined),
      callFunction('subscribeStatus', {}),
    ]);
    // The titles alone come from the cloud: without it, the ids stand.
    if (status.ok) this.templates = status.data.templates;
    if (setting === undefined) this.setData({ phase: 'failed' });
    else this.draw(setting);
  },

  draw({ known, mainSwitch, kept }: SubscriptionSetting) {
    const titleOf = (tmplId: string) =>
      this.templates.find((template) => template.tmplId === tmplId)?.title ?? tmplId;
    const asked = this.templates.filter(({ tmplId }) => kept[tmplId] === undefined);
    this.setData({
      phase: 'ready',
      known,
      mainSwitch,
      items: [
        ...Object.entries(kept).map(([tmplId, choice]) => ({
          tmplId,
          title: titleOf(tmplId),
          choice: CHOICES[choice],
        })),
        ...asked.map(({ tmplId, title }) => ({ tmplId, title, choice: '每次询问' })),
      ],
    });
  },

  retry() {
    this.setData({ phase: 'loading' });
    this.load();
  },

  async open() {
    const setting = await openSetting().catch(() => undefined);
    if (setting !== undefined) this.draw(setting);
  },
});
