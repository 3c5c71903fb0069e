/**
 * Where an operator writes: a text, a picture, a link or a card of the mini-program.
 *
 * Events: `typed` with `{ text }`; `send` with `{ message }`, what customerServiceSend takes; `grow` when it takes
 * another height. The page calls `sent(message)` when it is on its way: what has been written since stays.
 */
import type { Message } from '../../../cloudfunctions/customerServiceSend/contract';
import { choosePicture, uploadPicture } from '../../services/picture';

type Form = 'link' | 'card';

const EMPTY = { title: '', description: '', url: '', thumbUrl: '', pagepath: '', thumb: '' };

type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: keyof typeof EMPTY }>;

Component({
  properties: {
    sending: Boolean,
  },

  observers: {
    open() {
      this.triggerEvent('grow');
    },
  },

  data: {
    text: '',
    /** What stands over the box: nothing, the choice of kinds, or the form of one. */
    open: '' as '' | 'kinds' | Form,
    fields: { ...EMPTY },
    /** Every field of the form is filled in. */
    complete: false,
    uploading: false,
  },

  methods: {
    type({ detail: { value } }: WechatMiniprogram.Input) {
      this.setData({ text: value });
      this.triggerEvent('typed', { text: value });
    },

    sendText() {
      const content = this.data.text.trim();
      if (content !== '') this.say({ msgtype: 'text', content });
    },

    say(message: Message) {
      if (this.data.sending) wx.showToast({ title: '上一条还在发送，请稍候', icon: 'none' });
      else this.triggerEvent('send', { message });
    },

    sent(message: Message) {
      if (message.msgtype !== 'text') {
        this.setData({ open: '', fields: { ...EMPTY }, complete: false });
      } else if (this.data.text.trim() === message.content) {
        this.setData({ text: '' });
      }
    },

    openKinds() {
      this.setData({ open: this.data.open === '' ? 'kinds' : '' });
    },

    openForm({ currentTarget: { dataset } }: WechatMiniprogram.BaseEvent<object, { form: Form }>) {
      this.setData({ open: dataset.form, fields: { ...EMPTY }, complete: false });
    },

    async sendPicture() {
      const fileId = await this.upload();
      if (fileId !== '') this.say({ msgtype: 'image', fileId });
    },

    async chooseThumb() {
      const thumb = await this.upload();
      if (thumb !== '') this.setField('thumb', thumb);
    },

    /** @returns the id of a picture that the operator chose; '' for none */
    async upload(): Promise<string> {
      if (this.data.uploading) return '';
      const chosen = await choosePicture();
      if (!chosen.ok) {
        if (chosen.trouble !== '') wx.showToast({ title: chosen.trouble, icon: 'none' });
        return '';
      }
      this.setData({ uploading: true });
      try {
        return await uploadPicture(chosen.path);
      } catch {
        wx.showToast({ title: '图片没有上传成功，请重试', icon: 'none' });
        return '';
      } finally {
        this.setData({ uploading: false });
      }
    },

    fill({ detail: { value }, currentTarget: { dataset } }: FieldEvent) {
      this.setField(dataset.field, value.trim());
    },

    setField(field: keyof typeof EMPTY, value: string) {
      const fields = { ...this.data.fields, [field]: value };
      const needed = this.data.open === 'link' ? LINK_FIELDS : CARD_FIELDS;
      this.setData({ fields, complete: needed.every((name) => fields[name] !== '') });
    },

    sendForm() {
      if (!this.data.complete) return;
      const { title, description, url, thumbUrl, pagepath, thumb } = this.data.fields;
      if (this.data.open === 'link') this.say({ msgtype: 'link', title, description, url, thumbUrl });
      else this.say({ msgtype: 'miniprogrampage', title, pagepath, thumbFileId: thumb });
    },
  },
});

const LINK_FIELDS = ['title', 'description', 'url', 'thumbUrl'] as const;
const CARD_FIELDS = ['title', 'pagepath', 'thumb'] as const;
