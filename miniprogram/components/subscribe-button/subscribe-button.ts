/**
 * A button that asks the user to subscribe, and explains itself when that fails.
 *
 * <subscribe-button templates="{{['mF3k…']}}" bind:answers="onAnswers">订阅发货通知</subscribe-button>
 *
 * Events: `answers` with `{ answers }`, WeChat's answer by template; `failure` with `{ failure }`. A second tap
 * while WeChat's panel is open does nothing.
 */
import { type Askable, subscribe } from '../../services/subscribe';
import type { SubscribeFailure } from '../../services/subscribeMeaning';
import { openSetting } from '../../services/subscriptionSetting';

Component({
  properties: {
    /** Template ids, or `{ tmplId, type }`: with their types, a mix that WeChat would refuse is not asked. */
    templates: { type: Array, value: [] as Askable[] },
    disabled: Boolean,
    /** The page shows failures itself: no dialog. */
    quiet: Boolean,
  },

  data: { busy: false },

  methods: {
    ask() {
      if (this.data.busy || this.data.disabled) return;
      // Before anything else: WeChat opens the panel only while the tap is being handled.
      const asked = subscribe(this.data.templates as Askable[]);
      this.setData({ busy: true });
      asked.then((result) => {
        this.setData({ busy: false });
        if (result.ok) return this.triggerEvent('answers', { answers: result.answers });
        this.triggerEvent('failure', { failure: result.failure });
        if (!this.data.quiet) explain(result.failure);
      });
    },
  },
});

function explain({ meaning, wayOut, remedy }: SubscribeFailure): void {
  const canOpen = remedy === 'openSetting';
  wx.showModal({
    title: meaning,
    content: wayOut,
    showCancel: canOpen,
    confirmText: canOpen ? '去设置' : '知道了',
    // Here the tap on the button counts; once the promise form is awaited, WeChat refuses to open its settings
    // (WeChat's community, 000ea6fcad8d0029b6fd8795956c00).
    success({ confirm }) {
      if (confirm && canOpen) openSetting().catch(() => {});
    },
  });
}
