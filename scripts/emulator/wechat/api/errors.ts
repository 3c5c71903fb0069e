/** WeChat's error codes with the texts it answers, each once. */

export interface WeChatError {
  errcode: number;
  errmsg: string;
}

/**
 * Codes: WeChat's documentation of each API. Texts: as developers have seen them in answers
 * (`invalid openid rid: 66f3bd4d-25a283a9-73c6a452`, `invalid page rid: 5f86bdd6-15ceb0dc-3ad307da`,
 * `user refuse to accept the msg rid: 5f325211-48269097-7624df34`).
 */
export const WECHAT_ERRORS = {
  invalidOpenid: { errcode: 40003, errmsg: 'invalid openid' },
  invalidTemplateId: { errcode: 40037, errmsg: 'invalid template_id' },
  invalidPage: { errcode: 41030, errmsg: 'invalid page' },
  userRefuses: { errcode: 43101, errmsg: 'user refuse to accept the msg' },
  dailyQuotaReached: { errcode: 45009, errmsg: 'reach max api daily quota limit' },
  invalidAppid: { errcode: 40013, errmsg: 'invalid appid' },
  requireSubscribe: { errcode: 43004, errmsg: 'require subscribe' },
  apiUnsupported: { errcode: 45103, errmsg: 'This API has been unsupported' },
  invalidMediaId: { errcode: 40007, errmsg: 'invalid media_id' },
  invalidMessageType: { errcode: 40008, errmsg: 'invalid message type' },
  emptyContent: { errcode: 44004, errmsg: 'empty content' },
  outOfTimeLimit: { errcode: 45015, errmsg: 'response out of time limit or subscription is canceled' },
  outOfCountLimit: { errcode: 45047, errmsg: 'out of response count limit' },
  // The three of setTyping have only the documentation's Chinese texts.
  invalidCommand: { errcode: 45072, errmsg: 'command字段取值不对' },
  noRecentInteraction: { errcode: 45080, errmsg: '下发输入状态，需要之前30秒内跟用户有过消息交互' },
  alreadyTyping: { errcode: 45081, errmsg: '已经在输入状态，不可重复下发' },
  dataFormatError: { errcode: 47001, errmsg: 'data format error' },
} as const satisfies Record<string, WeChatError>;

/** 47003: `argument invalid!` and what is wrong with which field. */
export function argumentInvalid(complaint: string): WeChatError {
  return { errcode: 47003, errmsg: cut(`argument invalid! ${complaint}`) };
}

/**
 * WeChat cuts long texts. Seen whole with 50 characters: `argument invalid! data.phone_number6.value invalid`;
 * seen cut to 48: `argument invalid! data.character_string1.value i` (developers' reports of 47003).
 */
const WHOLE_UP_TO = 50;
const CUT_TO = 48;

const cut = (errmsg: string) => (errmsg.length > WHOLE_UP_TO ? errmsg.slice(0, CUT_TO) : errmsg);

/** Thrown by an API; the caller gets the error as WeChat's JSON. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly errcode: number;

  constructor({ errcode, errmsg }: WeChatError) {
    super(errmsg);
    this.errcode = errcode;
  }
}
