/** One template: its title and fields, where the user stands with it, and what became of the last thing he did. */
import type { TemplateState } from '../../services/templateState';

/** TDesign's theme of the tag, by where the user stands. */
const THEMES: Record<TemplateState['kind'], 'default' | 'success' | 'warning' | 'danger'> = {
  neverAsked: 'default',
  granted: 'success',
  usedUp: 'default',
  always: 'success',
  refused: 'warning',
  banned: 'danger',
};

Component({
  properties: {
    title: String,
    /** The labels of its fields, joined. */
    fields: String,
    /** A `TemplateState`. */
    state: Object,
    ticked: Boolean,
    /** Another kind is ticked, or it is banned. */
    locked: Boolean,
    /** How long a grant lasts, by the template's type. */
    note: String,
    /** WeChat offers its voice reminder when this template is asked for alone. */
    voice: Boolean,
    sendable: Boolean,
    sending: Boolean,
    /** `{ text, hint, tone: 'good' | 'bad' | 'plain' }`, or null. */
    outcome: Object,
  },

  data: { theme: 'default' },

  observers: {
    state(state: TemplateState | null) {
      this.setData({ theme: THEMES[state?.kind ?? 'neverAsked'] });
    },
  },

  methods: {
    tick() {
      this.triggerEvent('tick');
    },
    send() {
      if (!this.data.sending) this.triggerEvent('send');
    },
  },
});
