/** One template: its title and fields, where the user stands with it, and what became of the last thing he did. */

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
    sendable: Boolean,
    sending: Boolean,
    /** `{ text, hint, tone: 'good' | 'bad' | 'plain' }`, or null. */
    outcome: Object,
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
