/** The way to customer service: with what the conversation begins, and what the user came back with. */
import { openPage } from '../../services/openPage';
import { pageUrl } from '../../services/pageUrl';
import { decoded } from '../../services/query';
import { settings } from '../../settings';

/** What bindcontact returns: the card that the user tapped in the conversation. */
interface ContactDetail {
  path?: string;
  query?: Record<string, string>;
}

Page({
  data: {
    sessionFrom: 'home',
    showCard: true,
    card: settings.contactCard,
    /** The address of the card that the user tapped; '' before. */
    returned: '',
  },

  /** `from`: where in the app the user was. */
  onLoad({ from = '' }: { from?: string }) {
    if (from !== '') this.setData({ sessionFrom: decoded(from) });
  },

  typeSessionFrom({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ sessionFrom: value });
  },

  toggleCard({ detail: { value } }: WechatMiniprogram.SwitchChange) {
    this.setData({ showCard: value });
  },

  contact({ detail: { path = '', query = {} } }: WechatMiniprogram.CustomEvent<ContactDetail>) {
    if (path === '') return;
    this.setData({ returned: pageUrl(path, query) });
    this.open();
  },

  /** WeChat brings the user back here, and leaves the rest to the mini-program. */
  open() {
    openPage(this.data.returned);
  },
});
