/** One message that was sent: what it said, when, and what became of it. */

Component({
  properties: {
    /** A `SendRow` of services/sendRecord.ts. */
    row: { type: Object, value: { theme: 'default', lines: [] } },
  },
});
