/** Xinshi's own codes: what its functions refuse by themselves, and what becomes of a call without a usable answer. */
import { entry } from './entry';

/** Calls whose outcome nobody knows, and those that did not leave. */
export const callOutcomes = {
  /** The numbers are CloudBase's time-outs and failures on the way, which say nothing of what WeChat did. */
  sendOutcomeUnknown: entry({
    code: 'SEND_OUTCOME_UNKNOWN',
    numbers: [-501001, -501002, -601001, -601003, -601008, -604102, -604103],
    en: [
      'no answer came: it may have been done or not',
      'The answer was lost or late; WeChat’s sends have no key that would make a repetition safe.',
      'Do not repeat it, or it might be done twice. The receipt of a subscription message settles its record.',
    ],
    zh: [
      '没有收到微信的回答，不确定是否已经发出',
      '回答丢失或超时；微信的发送接口没有幂等键，重发可能发出两条。',
      '不要重发。订阅消息的送达回执会确定这条记录的结果。',
    ],
    forUser: ['不确定是否已经发出', '请先核对有没有收到，不要马上重发。'],
  }),
  noAnswer: entry({
    code: 'NO_ANSWER',
    retryable: true,
    en: [
      'no answer came from WeChat',
      'The answer was lost or late.',
      'Try again: doing it twice does no harm.',
    ],
    zh: ['没有收到微信的回答', '回答丢失或超时。', '重试；重复执行没有坏处。'],
    forUser: ['微信没有回答', '请重试。'],
  }),
  unreachable: entry({
    code: 'WECHAT_UNREACHABLE',
    retryable: true,
    en: [
      'there was no connection to WeChat',
      'The network failed before the call left.',
      'Try again after a moment: the call did not leave.',
    ],
    zh: ['没有连上微信', '请求发出之前网络出错。', '稍后再试：这次请求没有发出。'],
    forUser: ['没有连上微信', '请稍后再试。'],
  }),
  tokenUnavailable: entry({
    code: 'ACCESS_TOKEN_UNAVAILABLE',
    retryable: true,
    en: [
      'no access token could be had',
      'WeChat did not answer the request for one, or another instance is getting one and it takes long.',
      'Try again after a moment: the call did not leave.',
    ],
    zh: [
      '暂时没有可用的 access_token',
      '获取时微信没有回答，或另一个实例正在获取、用时较长。',
      '稍后再试：这次请求没有发出。',
    ],
    forUser: ['微信正忙', '请稍后再试。'],
  }),
  /** Shown as WECHAT_ and the number: WECHAT_99999. */
  unlisted: entry({
    code: 'WECHAT_REFUSED',
    en: [
      'WeChat refused with a code that the catalogue does not have',
      'WeChat adds codes; this one is shown as WECHAT_ and its number.',
      'Look the code up in WeChat’s list of global return codes.',
    ],
    zh: [
      '微信用目录里没有的返回码拒绝了',
      '微信会增加返回码；它显示为 WECHAT_ 加数字。',
      '在微信的全局返回码列表里查找。',
    ],
  }),
};

/** What the functions refuse by themselves, and what they cannot help. */
export const refusals = {
  invalidInput: entry({
    code: 'INVALID_INPUT',
    en: [
      'the input is wrong',
      'A field is missing, too long, of the wrong type, or one that the function does not have.',
      'Compare the input with the function’s contract.ts.',
    ],
    zh: ['输入有误', '有字段缺失、过长、类型不对或多余。', '对照云函数的 contract.ts 检查输入。'],
  }),
  notAllowed: entry({
    code: 'NOT_ALLOWED',
    en: [
      'this caller may not do that',
      'A user may message only himself, with the templates that the registry opens to users; the rest takes an operator or a server-side caller.',
      'The hint says which rule it is.',
    ],
    zh: [
      '调用者没有权限',
      '用户只能给自己发送对用户开放的模板；其余要由运营人员或服务端调用。',
      '提示里写明了是哪条规则。',
    ],
    forUser: ['没有权限', '只有运营人员或系统可以这样做。'],
  }),
  rateLimited: entry({
    code: 'RATE_LIMITED',
    retryable: true,
    en: [
      'this caller has called too often',
      'Each caller may call a function XINSHI_CALLS_PER_MINUTE times a minute.',
      'Try again in the next minute.',
    ],
    zh: ['调用过于频繁', '每个调用者每分钟可调用 XINSHI_CALLS_PER_MINUTE 次。', '下一分钟再试。'],
    forUser: ['操作太频繁', '请过一分钟再试。'],
  }),
  notSent: entry({
    code: 'NOT_SENT',
    retryable: true,
    en: [
      'the function’s time was over before this message’s turn',
      'A batch stops before the function’s time limit.',
      'Send it in another call: WeChat was not asked.',
    ],
    zh: [
      '还没轮到这一条，函数的时间就用完了',
      '批量发送会在函数超时之前停下。',
      '再调用一次发送它：微信没有收到过。',
    ],
    forUser: ['这一条还没有发出', '请再发一次。'],
  }),
  deliveryFailed: entry({
    code: 'DELIVERY_FAILED',
    en: [
      'WeChat took the message and did not deliver it',
      'Its receipt says why; the user may have withdrawn in the meantime.',
      'Look at the receipt’s words in the record of the send.',
    ],
    zh: [
      '微信收下了消息，但没有送达',
      '送达回执里写明了原因；用户可能已取消订阅。',
      '查看发送记录里回执的内容。',
    ],
    forUser: ['消息没有送达', '请重新订阅后再试。'],
  }),
  invalidSetting: entry({
    code: 'INVALID_SETTING',
    en: [
      'a setting of the function is wrong or missing',
      'An environment variable of the function.',
      'Correct the variable that is named, in the function’s environment variables.',
    ],
    zh: ['云函数的设置有误或缺失', '某个环境变量不正确。', '改正所指出的环境变量。'],
  }),
  appidUnknown: entry({
    code: 'APPID_UNKNOWN',
    en: [
      'the appid of this mini-program is not known',
      'A call that did not come through WeChat has none, and XINSHI_APPID is not set.',
      'Set XINSHI_APPID in the function’s environment variables.',
    ],
    zh: [
      '不知道本小程序的 appid',
      '不经由微信的调用没有 appid，而 XINSHI_APPID 也没有设置。',
      '在云函数的环境变量里设置 XINSHI_APPID。',
    ],
  }),
  notAnImage: entry({
    code: 'NOT_AN_IMAGE',
    en: [
      'the picture is not a PNG, JPEG or GIF',
      'Its bytes are looked at before WeChat is asked.',
      'Give the bytes of a PNG, JPEG or GIF: WeChat takes no other.',
    ],
    zh: ['不是 PNG、JPEG 或 GIF 图片', '上传前会检查文件内容。', '改用 PNG、JPEG 或 GIF 图片。'],
    forUser: ['不是可以发送的图片', '请选择 PNG、JPEG 或 GIF 图片。'],
  }),
  fileNotFound: entry({
    code: 'FILE_NOT_FOUND',
    en: [
      'cloud storage has no such file',
      'It was deleted, or its id is of another environment.',
      'Compare the id with cloud storage: it begins with cloud:// and names this environment.',
    ],
    zh: [
      '云存储里没有这个文件',
      '文件已删除，或文件 ID 属于别的环境。',
      '对照云存储检查文件 ID：以 cloud:// 开头，并含有本环境。',
    ],
  }),
  unknownConversation: entry({
    code: 'UNKNOWN_CONVERSATION',
    en: [
      'this user has no conversation',
      'A conversation begins when the user writes or comes in, and is forgotten after XINSHI_AUDIT_DAYS.',
      'Wait until the user writes or comes in.',
    ],
    zh: [
      '没有与该用户的会话',
      '用户发消息或进入会话时会话才开始，XINSHI_AUDIT_DAYS 天后清除。',
      '等用户发消息或进入会话。',
    ],
    forUser: ['没有这个会话', '请返回列表刷新。'],
  }),
  conversationTaken: entry({
    code: 'CONVERSATION_TAKEN',
    en: [
      'another operator is in this conversation',
      'He took it or wrote in it lately.',
      'Wait until he releases it, or release it for him.',
    ],
    zh: ['另一位运营人员正在这个会话中', '他刚接入，或刚在其中回复过。', '等他释放会话，或替他释放。'],
    forUser: ['另一位运营人员正在接待', '请稍后再试，或请他先点「不再处理」。'],
  }),
  internal: entry({
    code: 'INTERNAL',
    en: ['the function failed', 'A fault in the function.', 'The function’s log says why.'],
    zh: ['云函数内部出错', '函数有缺陷。', '到云开发控制台查看日志。'],
    forUser: ['服务出错了', '请稍后重试；原因在云函数的日志里。'],
  }),
};
