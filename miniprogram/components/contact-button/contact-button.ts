/**
 * A button that opens the customer-service conversation.
 *
 * <contact-button session-from="order:1024" card-title="订单 1024" card-path="/pages/order/order?id=1024"
 *   card-image="/images/order.png" show-card bind:contact="onContact">联系客服</contact-button>
 *
 * Event `contact`: the user came back by a card of the conversation; `detail` has its `path` and `query`. WeChat
 * opens no page by itself then: the app does (WeChat's documentation: component/button, open-type contact).
 */

Component({
  properties: {
    /** Reaches the functions as SessionFrom, at most 1,000 bytes: where the user came from. */
    sessionFrom: String,
    /** The card that the user may send with one tap. Left out: the page's title, path and picture. */
    cardTitle: String,
    cardPath: String,
    cardImage: String,
    /** Offers the card when the conversation opens. */
    showCard: Boolean,
  },

  methods: {
    contact(event: WechatMiniprogram.ButtonContact) {
      this.triggerEvent('contact', event.detail);
    },
  },
});
