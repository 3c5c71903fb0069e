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
  // The text names the remedy since stable tokens exist: post 01-24 of community user oCJUsw6Bz7rSHLvyW9-A4sHIsXTs.
  invalidCredential: {
    errcode: 40001,
    errmsg:
      'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r',
  },
  invalidGrantType: { errcode: 40002, errmsg: 'invalid grant_type' },
  invalidOpenid: { errcode: 40003, errmsg: 'invalid openid' },
  invalidTemplateId: { errcode: 40037, errmsg: 'invalid template_id' },
  invalidPage: { errcode: 41030, errmsg: 'invalid page' },
  userRefuses: { errcode: 43101, errmsg: 'user refuse to accept the msg' },
  dailyQuotaReached: { errcode: 45009, errmsg: 'reach max api daily quota limit' },
  invalidAppid: { errcode: 40013, errmsg: 'invalid appid' },
  requireSubscribe: { errcode: 43004, errmsg: 'require subscribe' },
  apiUnsupported: { errcode: 45103, errmsg: 'This API has been unsupported' },
  // WeChat's notice names the code alone; the text is that of 45103.
  apiWithdrawn: { errcode: 45109, errmsg: 'This API has been unsupported' },
  invalidMediaType: { errcode: 40004, errmsg: 'invalid media type' },
  invalidCode: { errcode: 40029, errmsg: 'invalid code' },
  codeMissing: { errcode: 41008, errmsg: 'missing code' },
  codeUsed: { errcode: 40163, errmsg: 'code been used' },
  invalidImageSize: { errcode: 40009, errmsg: 'invalid image size' },
  invalidAccessToken: { errcode: 40014, errmsg: 'invalid access_token' },
  invalidUrl: { errcode: 40066, errmsg: 'invalid url' },
  invalidSecret: { errcode: 40125, errmsg: 'invalid appsecret' },
  accessTokenMissing: { errcode: 41001, errmsg: 'access_token missing' },
  appidMissing: { errcode: 41002, errmsg: 'appid missing' },
  secretMissing: { errcode: 41004, errmsg: 'appsecret missing' },
  mediaMissing: { errcode: 41005, errmsg: 'media data missing' },
  accessTokenExpired: { errcode: 42001, errmsg: 'access_token expired' },
  requireGet: { errcode: 43001, errmsg: 'require GET method' },
  requirePost: { errcode: 43002, errmsg: 'require POST method' },
  emptyBody: { errcode: 44002, errmsg: 'empty post data' },
  minuteQuotaReached: {
    errcode: 45011,
    errmsg: 'api minute-quota reach limit  mustslower  retry next minute',
  },
  invalidMediaId: { errcode: 40007, errmsg: 'invalid media_id' },
  invalidMessageType: { errcode: 40008, errmsg: 'invalid message type' },
  emptyContent: { errcode: 44004, errmsg: 'empty content' },
  outOfTimeLimit: { errcode: 45015, errmsg: 'response out of time limit or subscription is canceled' },
  outOfCountLimit: { errcode: 45047, errmsg: 'out of response count limit' },
  // The three of setTyping have only the documentation's Chinese texts.
  invalidCommand: { errcode: 45072, errmsg: 'command字段取值不对' },
  noRecentInteraction: { errcode: 45080, errmsg: '下发输入状态，需要之前30秒内跟用户有过消息交互' },
  alreadyTyping: { errcode: 45081, errmsg: '已经在输入状态，不可重复下发' },
  // Of template management only the text of 200014 has been seen in answers; the others are the documentation's.
  tooManyTemplates: { errcode: 200012, errmsg: '个人模版数已达上限，上限25个' },
  libraryTemplateMissing: { errcode: 200014, errmsg: 'missing parameter tid' },
  libraryTemplateUnknown: { errcode: 200014, errmsg: 'tid does not exist' },
  invalidStart: { errcode: 200016, errmsg: 'start 参数错误' },
  invalidLimit: { errcode: 200017, errmsg: 'limit 参数错误' },
  categoriesMissing: { errcode: 200018, errmsg: '类目 ids 缺失' },
  categoriesInvalid: { errcode: 200019, errmsg: '类目 ids 不合法' },
  invalidKeywords: { errcode: 200020, errmsg: '关键词列表 kidList 参数错误' },
  invalidScene: { errcode: 200021, errmsg: '场景描述 sceneDesc 参数错误' },
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
