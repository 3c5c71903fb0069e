/** A subscription message as it will look in 服务通知. */

Component({
  properties: {
    title: String,
    /** `{ label, value }` in the template's order; a value that is still empty shows its place. */
    lines: { type: Array, value: [] as { label: string; value: string }[] },
    /** A tap on the message will open a page. */
    linked: Boolean,
    /** The mini-program's name, over the card. */
    from: { type: String, value: '信使' },
  },
});
