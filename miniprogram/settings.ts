/** What a project sets for its own mini-program, all of it here. */
import type { TemplateName } from '../cloudfunctions/shared/templates/registry';

interface Settings {
  /** Id of the CloudBase environment that the functions are deployed to. '': the first that was created. */
  cloudEnv: string;
  /**
   * Templates in one call of wx.requestSubscribeMessage. WeChat's documentation has said 3 and now says 5;
   * clients in use still refuse more than 3.
   */
  templatesPerRequest: number;
  /** The templates as the user sees them, under their subjects. Those that are not named come last. */
  subjects: { title: string; templates: TemplateName[] }[];
  /** Templates with WeChat's voice reminder, which is offered when one is asked for alone. */
  withVoice: TemplateName[];
  /** The card that the user may send to customer service with one tap. */
  contactCard: { title: string; path: string; image: string };
}

export const settings: Settings = {
  cloudEnv: '',
  templatesPerRequest: 3,
  subjects: [
    { title: '订单', templates: ['orderShipped', 'paymentReceived'] },
    { title: '预约', templates: ['appointmentReminder'] },
    { title: '出行', templates: ['shuttleArriving'] },
  ],
  withVoice: ['paymentReceived'],
  contactCard: {
    title: '我想咨询信使',
    path: '/pages/landing/landing?from=card&topic=consult',
    image: '/images/card.png',
  },
};
