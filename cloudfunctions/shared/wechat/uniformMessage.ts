/** WeChat's uniform service messages (WeChat's documentation: uniformMessage.send). */
import type { Transport } from './transport';

export interface UniformMessage {
  /** The user's openid, in the mini-program or in the official account. */
  openid: string;
  /** A template message of the mini-program. WeChat has withdrawn these: it answers 45103. */
  weappTemplateMsg?: {
    templateId: string;
    page: string;
    formId: string;
    data: Readonly<Record<string, { value: string }>>;
    /** The field shown large: `keyword1.DATA`. */
    emphasisKeyword?: string;
  };
  /** A template message of an official account of the same owner that is bound to the mini-program. */
  mpTemplateMsg: {
    appid: string;
    templateId: string;
    /** What a tap opens, when there is no mini-program. */
    url: string;
    miniprogram: { appid: string; pagepath: string };
    /** `color` as #rrggbb. */
    data: Readonly<Record<string, { value: string; color?: string }>>;
  };
}

/**
 * Sends one message. WeChat gives no message id and pushes no receipt.
 *
 * @throws WechatError
 */
export async function sendUniformMessage(transport: Transport, message: UniformMessage): Promise<void> {
  const { openid, weappTemplateMsg: weapp, mpTemplateMsg: mp } = message;
  await transport.call('uniformMessage.send', {
    touser: openid,
    ...(weapp && {
      weapp_template_msg: {
        template_id: weapp.templateId,
        page: weapp.page,
        form_id: weapp.formId,
        data: weapp.data,
        ...(weapp.emphasisKeyword !== undefined && { emphasis_keyword: weapp.emphasisKeyword }),
      },
    }),
    mp_template_msg: {
      appid: mp.appid,
      template_id: mp.templateId,
      url: mp.url,
      miniprogram: mp.miniprogram,
      data: mp.data,
    },
  });
}
