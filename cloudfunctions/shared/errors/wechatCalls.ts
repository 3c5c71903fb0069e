/**
 * WeChat's codes that any of its APIs may answer. Sources: its global return codes
 * (developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html; its list of common codes:
 * developers.weixin.qq.com/doc/store/API/basics/commErrCode.html).
 */
import { type ErrorEntry, entry } from './entry';

export const wechatCalls: readonly ErrorEntry[] = [
  entry({
    code: 'SYSTEM_BUSY',
    numbers: [-1],
    retryable: true,
    en: ['WeChat is busy', 'WeChat’s servers could not do it now.', 'Try again after a moment.'],
    zh: ['微信系统繁忙', '微信的服务器暂时无法处理。', '稍后再试。'],
    forUser: ['微信正忙', '请稍后再试。'],
  }),
  entry({
    code: 'INVALID_OPENID',
    numbers: [40003],
    en: [
      'the openid is empty, wrong, or of another app',
      'Each app knows a user by another openid.',
      'Send to the openid that this mini-program has for the user.',
    ],
    zh: [
      'openid 为空、不正确，或属于另一个应用',
      '同一用户在每个应用里的 openid 都不同。',
      '使用该用户在本小程序里的 openid。',
    ],
  }),
  entry({
    code: 'INVALID_ARGUMENTS',
    numbers: [40097],
    en: [
      'WeChat takes these arguments for wrong',
      'An argument is missing, too long or of the wrong type.',
      'Compare the arguments with WeChat’s documentation.',
    ],
    zh: ['参数错误', '有参数缺失、过长或类型不对。', '对照微信文档检查参数。'],
  }),
  entry({
    code: 'INVALID_API_URL',
    numbers: [40066],
    en: [
      'WeChat has no API at this address',
      'The address of the HTTPS API is wrong.',
      'Correct XINSHI_WECHAT_URL, or leave it out.',
    ],
    zh: ['接口地址不存在', 'HTTPS 接口的地址不正确。', '改正 XINSHI_WECHAT_URL，或者不设置它。'],
  }),
  entry({
    code: 'GET_REQUIRED',
    numbers: [43001],
    en: ['the API takes GET alone', 'It was called with another method.', 'Call it with GET.'],
    zh: ['该接口只接受 GET 请求', '使用了别的请求方法。', '改用 GET。'],
  }),
  entry({
    code: 'POST_REQUIRED',
    numbers: [43002],
    en: [
      'the API takes POST alone',
      'It was called with another method, or a proxy on the way has changed it.',
      'Call it with POST.',
    ],
    zh: ['该接口只接受 POST 请求', '使用了别的请求方法，或被中途的代理改变了。', '改用 POST。'],
  }),
  entry({
    code: 'HTTPS_REQUIRED',
    numbers: [43003],
    en: ['the API takes HTTPS alone', 'It was called with http://.', 'Set XINSHI_WECHAT_URL to https://…'],
    zh: ['该接口只接受 HTTPS 请求', '使用了 http://。', '把 XINSHI_WECHAT_URL 设为 https:// 开头。'],
  }),
  entry({
    code: 'EMPTY_BODY',
    numbers: [44002],
    en: [
      'the request had no body',
      'It was lost on the way, or none was sent.',
      'Send the arguments as JSON in the body.',
    ],
    zh: ['请求没有内容', 'POST 的数据为空，或在途中丢失。', '把参数以 JSON 放进请求体。'],
  }),
  entry({
    code: 'DATA_FORMAT_ERROR',
    numbers: [47001],
    en: [
      'WeChat could not read the arguments',
      'They are no JSON, or an argument is missing.',
      'Compare the arguments with WeChat’s documentation.',
    ],
    zh: ['微信无法解析参数', '不是合法的 JSON，或缺少参数。', '对照微信文档检查参数。'],
  }),
  entry({
    code: 'CONTENT_TOO_LONG',
    numbers: [45002],
    en: [
      'the message is too long',
      'The content exceeds WeChat’s limit.',
      'Shorten it, or send it in parts.',
    ],
    zh: ['消息内容过长', '内容超过了微信的限制。', '缩短内容，或分成几条发送。'],
    forUser: ['内容太长了', '请缩短后再发。'],
  }),
  entry({
    code: 'DAILY_LIMIT_REACHED',
    numbers: [45009],
    en: [
      'the daily limit of calls is reached',
      'The mini-program has called this API as often as it may in a day.',
      'Wait until tomorrow; the limit counts per mini-program and API.',
    ],
    zh: [
      '当天的调用次数已达上限',
      '小程序当天对该接口的调用已用完额度。',
      '明天再试；额度按小程序和接口计算，可在公众平台查看。',
    ],
    forUser: ['今天的发送次数已用完', '请明天再试。'],
  }),
  entry({
    code: 'CALLED_TOO_OFTEN',
    numbers: [45011],
    retryable: true,
    en: [
      'the API was called too often in this minute',
      'The limit by the minute is reached.',
      'Try again in the next minute, and spread the calls.',
    ],
    zh: ['接口调用过于频繁', '达到每分钟的调用上限。', '下一分钟再试，并降低调用频率。'],
    forUser: ['操作太频繁', '请过一分钟再试。'],
  }),
  entry({
    code: 'API_UNAUTHORIZED',
    numbers: [48001],
    en: [
      'the mini-program has no right to this API',
      'The ability is not turned on, or this kind of account does not have it.',
      'Turn the ability on in WeChat’s console.',
    ],
    zh: ['小程序没有该接口的权限', '能力尚未开通，或这类账号不具备。', '在微信公众平台开通相应能力。'],
  }),
  entry({
    code: 'API_BANNED',
    numbers: [48004],
    en: [
      'WeChat has banned the mini-program from this API',
      'It broke WeChat’s rules.',
      'Look into the notices in WeChat’s console, and appeal there.',
    ],
    zh: ['该接口已被微信封禁', '小程序因违规被禁用该接口。', '到微信公众平台查看通知并申诉。'],
  }),
  entry({
    code: 'ACCOUNT_LIMITED',
    numbers: [50002],
    en: [
      'WeChat has limited this account',
      'It broke WeChat’s rules, or is frozen for not being used.',
      'Look into the notices in WeChat’s console.',
    ],
    zh: ['账号能力受限', '账号因违规或长期未使用被限制或冻结。', '到微信公众平台查看通知。'],
  }),
];
