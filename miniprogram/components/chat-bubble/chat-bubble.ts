/**
 * One message of a conversation: text with links, a picture, or a card, which opens its page.
 *
 * Event `grow`: a picture has come, and takes more room than its place did.
 */
import type { Bubble } from '../../services/bubble';
import { openPage } from '../../services/openPage';
import { pageUrl } from '../../services/pageUrl';
import { loadPicture } from '../../services/picture';

Component({
  properties: {
    /** A `Bubble` of services/bubble.ts. */
    bubble: { type: Object, value: { parts: [] } as Partial<Bubble> },
  },

  data: {
    /** What <image> shows; '' before it is there. */
    picture: '',
    gone: false,
    /** It is a card that leads to a page. */
    leads: false,
  },

  observers: {
    'bubble.kind'(kind: Bubble['kind']) {
      this.setData({ leads: kind === 'miniProgramPage' });
    },
    'bubble.id'() {
      this.show();
    },
  },

  methods: {
    async show() {
      const { picture = '', mediaId = '' } = this.data.bubble as Partial<Bubble>;
      if (picture !== '' || mediaId === '') return this.setData({ picture, gone: false });
      const loaded = await loadPicture(mediaId);
      this.setData(loaded.ok ? { picture: loaded.src, gone: false } : { gone: true });
    },

    /** The address was good for a while only, or leads nowhere: WeChat may still have the picture. */
    async reload() {
      const { mediaId = '' } = this.data.bubble as Partial<Bubble>;
      if (mediaId === '' || this.data.picture.startsWith('data:')) return this.setData({ gone: true });
      const loaded = await loadPicture(mediaId);
      this.setData(loaded.ok ? { picture: loaded.src } : { gone: true });
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
