/** What a page shows in place of its content: that it loads, that it failed and how to try again, or that it is empty. */

Component({
  properties: {
    /** `loading`, `failed` or `empty`. */
    kind: String,
    /** TDesign's name of the icon over the words; failures have their own. */
    icon: String,
    text: String,
    hint: String,
  },

  methods: {
    retry() {
      this.triggerEvent('retry');
    },
  },
});
