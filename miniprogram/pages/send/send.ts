/** Sends one template to one or several users, for operators: a form with a live preview and live checks. */
import type { RecipientResult } from '../../../cloudfunctions/subscribeSend/contract';
import { callFunction, type SubscribableTemplate } from '../../services/cloud';
import { type ErrorExplanation, explainError } from '../../services/explainError';
import { fieldProblem, ruleText } from '../../services/fieldHelp';
import { whoAmI } from '../../services/operator';
import { MOST_RECIPIENTS, recipientsIn } from '../../services/recipients';
import { sampleData } from '../../services/sample';

interface Field {
  name: string;
  key: string;
  label: string;
  rule: string;
  value: string;
  /** '' while the value keeps its rule, and before anything was typed. */
  problem: string;
}

interface ResultRow {
  to: string;
  ok: boolean;
  text: string;
  hint: string;
}

type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>;

Page({
  data: {
    phase: 'loading' as 'loading' | 'failed' | 'ready',
    error: null as ErrorExplanation | null,
    titles: [] as string[],
    chosen: 0,
    fields: [] as Field[],
    page: '',
    receivers: '',
    /** How many; 0 while none is there, or too many are. */
    count: 0,
    receiverProblem: '',
    ready: false,
    sending: false,
    results: [] as ResultRow[],
    failure: null as ErrorExplanation | null,
  },

  templates: [] as SubscribableTemplate[],
  /** What was written for each template, by its index: going to another one and back loses nothing. */
  written: [] as Field[][],
  /** Why the same once more is perhaps not wanted; '' before it was sent, and when something was changed since. */
  doubt: '',

  onLoad() {
    this.load();
  },

  async load() {
    this.setData({ phase: 'loading' });
    const [status, me] = await Promise.all([callFunction('subscribeStatus', {}), whoAmI()]);
    if (!status.ok) return this.setData({ phase: 'failed', error: explainError(status.error) });
    this.templates = status.data.templates;
    this.written = this.templates.map(blankFields);
    this.setData({ phase: 'ready', titles: this.templates.map(({ title }) => title) });
    if (this.data.receivers === '' && me !== undefined) this.takeReceivers(me.openid);
    this.choose(0);
  },

  chooseTemplate({ detail: { value } }: WechatMiniprogram.PickerChange) {
    this.written[this.data.chosen] = this.data.fields;
    this.choose(Number(value));
  },

  choose(chosen: number) {
    this.setData({ chosen, fields: this.written[chosen] ?? [], results: [], failure: null });
    this.check();
  },

  fill({ detail: { value }, currentTarget: { dataset } }: FieldEvent) {
    const field = this.data.fields[dataset.index];
    if (field === undefined || field.value === value) return;
    const filled = { ...field, value, problem: fieldProblem(field.key, value) };
    this.setData({ [`fields[${dataset.index}]`]: filled });
    this.check();
  },

  fillSamples() {
    const values = sampleData(this.data.fields, new Date());
    const fields = this.data.fields.map((field) => ({
      ...field,
      value: values[field.name] ?? '',
      problem: '',
    }));
    this.setData({ fields });
    this.check();
  },

  fillPage({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ page: value.trim() });
    this.check();
  },

  fillReceivers({ detail: { value } }: WechatMiniprogram.TextareaInput) {
    this.takeReceivers(value);
  },

  takeReceivers(receivers: string) {
    const count = recipientsIn(receivers).length;
    const tooMany = count > MOST_RECIPIENTS;
    const receiverProblem = tooMany ? `一次最多 ${MOST_RECIPIENTS} 人，现在有 ${count} 人` : '';
    this.setData({ receivers, receiverProblem, count: tooMany ? 0 : count });
    this.check();
  },

  /** Something was changed: what stands there now has not been sent. */
  check() {
    this.doubt = '';
    const { fields, count } = this.data;
    const ready = count > 0 && fields.every(({ key, value }) => fieldProblem(key, value) === '');
    this.setData({ ready });
  },

  async send() {
    const template = this.templates[this.data.chosen];
    if (!this.data.ready || this.data.sending || template === undefined) return;
    if (this.doubt !== '' && !(await isMeant(this.doubt))) return;
    const { fields, page } = this.data;
    const data = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    const recipients = recipientsIn(this.data.receivers).map((to) => ({ to, data }));
    this.setData({ sending: true, results: [], failure: null });
    const answer = await callFunction('subscribeSend', {
      template: template.name,
      recipients,
      ...(page && { page }),
    });
    this.setData({ sending: false });
    this.doubt = answer.ok ? doubtAfter(answer.data.results) : doubtAfterFailure(answer.error.code);
    if (answer.ok) this.setData({ results: answer.data.results.map(resultRow) });
    else this.setData({ failure: explainError(answer.error) });
    // It stands under the form, out of sight.
    wx.nextTick(() => wx.pageScrollTo({ selector: '.answer' }));
  },
});

function blankFields({ fields }: SubscribableTemplate): Field[] {
  return fields.map(({ name, key, label }) => ({
    name,
    key,
    label,
    rule: ruleText(key),
    value: '',
    problem: '',
  }));
}

function resultRow(result: RecipientResult): ResultRow {
  const { to } = result;
  if (result.ok) return { to, ok: true, text: `已发出，还可发 ${result.remaining} 条`, hint: '' };
  return { to, ok: false, ...explainError(result.error) };
}

const isUnsure = (code: string) => code === 'SEND_OUTCOME_UNKNOWN';

function doubtAfter(results: RecipientResult[]): string {
  const sent = results.filter(({ ok }) => ok).length;
  const unsure = results.filter((result) => !result.ok && isUnsure(result.error.code)).length;
  if (unsure > 0) return `刚才有 ${unsure} 人不确定是否收到，再发可能会收到两条。`;
  if (sent > 0) return `内容没有改动，刚才已经发给 ${sent} 人，他们会再收到一条。`;
  return '';
}

const doubtAfterFailure = (code: string) =>
  isUnsure(code) ? '刚才不确定是否已经发出，再发可能会收到两条。' : '';

function isMeant(doubt: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.showModal({
      title: '再发一次吗？',
      content: doubt,
      confirmText: '再发一次',
      success: ({ confirm }) => resolve(confirm),
      fail: () => resolve(false),
    });
  });
}
