/**
 * One message of a conversation: text with links, a picture, or a card, which opens its page.
 *
 * Event `grow`: a picture has come, and takes more room than its place did.
 */
import type { Bubble } from '../../services/bubble';
import { explainError } from '../../services/explainError';
import { openPage } from '../../services/openPage';
import { pageUrl } from '../../services/pageUrl';
import { loadPicture } from '../../services/picture';

Component({
  properties: {
    /** A `Bubble` of services/bubble.ts. */
    bubble: { type: Object, value: { parts: [] } as Partial<Bubble> },
  },

  data: {
    /** The bubble that is shown, by its id: WeChat calls an observer for an equal value too. */
    shown: '',
    /** What <image> shows; '' before it is there. */
    picture: '',
    /** Why there is no picture; '' while nothing went wrong. */
    trouble: '',
    /** It may come when it is asked for again. */
    again: false,
    /** It is a card that leads to a page. */
    leads: false,
  },

  observers: {
    'bubble.kind'(kind: Bubble['kind']) {
      this.setData({ leads: kind === 'miniProgramPage' });
    },
    'bubble.id'(id: string) {
      if (id === this.data.shown) return;
      this.setData({ shown: id });
      this.show();
    },
  },

  methods: {
    show() {
      const { picture = '', mediaId = '' } = this.data.bubble as Partial<Bubble>;
      this.setData({ picture, trouble: '' });
      if (picture === '' && mediaId !== '') this.load(mediaId);
    },

    async load(mediaId: string) {
      const loaded = await loadPicture(mediaId);
      if (loaded.ok) return this.setData({ picture: loaded.src });
      const { retryable } = loaded.error;
      this.setData({ trouble: explainError(loaded.error).text, again: retryable });
    },

    /** The address was good for a while only, or leads nowhere: WeChat may still have the picture. */
    reload() {
      const { picture = '', mediaId = '' } = this.data.bubble as Partial<Bubble>;
      if (mediaId !== '' && this.data.picture === picture) this.load(mediaId);
      else this.setData({ trouble: '图片没有加载出来', again: true });
    },

    retry() {
      if (this.data.again) this.show();
    },

    grow() {
      this.triggerEvent('grow');
    },

    /** What the user saw when he asked. */
    open() {
      const { description = '' } = this.data.bubble as Partial<Bubble>;
      if (this.data.leads) openPage(pageUrl(description));
    },

    enlarge() {
      if (this.data.picture !== '') wx.previewImage({ urls: [this.data.picture] });
    },
  },
});
