/**
 * WeChat's codes about access tokens: of the APIs that give them, and of those that want one. Sources: its
 * documentation of getAccessToken and getStableAccessToken (mp-access-token), of the APIs' common part
 * (doc/oplatform/developers/dev/api: 40243, 61004), its global return codes (61024, 895xx).
 */
import { type ErrorEntry, entry } from './entry';

export const wechatTokens: readonly ErrorEntry[] = [
  entry({
    code: 'ACCESS_TOKEN_INVALID',
    numbers: [40001],
    retryable: true,
    en: [
      'the access token is not valid',
      'A newer one may have replaced it; when it was being fetched, the AppSecret is wrong.',
      'Get a new access token; a newer one may have replaced it.',
    ],
    zh: [
      'access_token 无效',
      '可能已被更新的取代；若发生在获取时，则是 AppSecret 不正确。',
      '重新获取 access_token，并检查 AppSecret。',
    ],
  }),
  entry({
    code: 'ACCESS_TOKEN_MALFORMED',
    numbers: [40014],
    retryable: true,
    en: [
      'the access token is malformed',
      'It was cut or changed on the way.',
      'Get a new access token, and pass it whole.',
    ],
    zh: ['access_token 不合法', '它在途中被截断或改变。', '重新获取，并完整传递（至少留 512 个字符）。'],
  }),
  entry({
    code: 'ACCESS_TOKEN_EXPIRED',
    numbers: [42001],
    retryable: true,
    en: ['the access token has expired', 'It is valid for two hours at most.', 'Get a new access token.'],
    zh: ['access_token 已过期', '有效期最长两小时。', '重新获取 access_token。'],
  }),
  entry({
    code: 'ACCESS_TOKEN_MISSING',
    numbers: [41001],
    en: ['the access token is missing', 'The address has none.', 'Pass access_token in the query.'],
    zh: ['缺少 access_token', '请求地址里没有它。', '在地址参数里带上 access_token。'],
  }),
  entry({
    code: 'ACCESS_TOKEN_FORBIDDEN',
    numbers: [50004],
    en: [
      'WeChat does not let this account use access tokens',
      'The account is being punished.',
      'Look into the notices in WeChat’s console.',
    ],
    zh: ['账号被禁止使用 access_token', '账号可能正在受处罚。', '到微信公众平台查看通知。'],
  }),
  entry({
    code: 'ACCOUNT_FROZEN',
    numbers: [50007],
    en: [
      'WeChat has frozen this account',
      'It was not used for long, or broke the rules.',
      'Unfreeze it in WeChat’s console.',
    ],
    zh: ['账号已冻结', '长期未使用或违规。', '到微信公众平台解冻。'],
  }),
  entry({
    code: 'INVALID_GRANT_TYPE',
    numbers: [40002],
    en: [
      'the kind of credential is wrong',
      'grant_type is not client_credential.',
      'Pass grant_type=client_credential.',
    ],
    zh: ['凭证类型不合法', 'grant_type 不是 client_credential。', '填写 grant_type=client_credential。'],
  }),
  entry({
    code: 'INVALID_APPID',
    numbers: [40013],
    en: [
      'the appid is wrong, or of an official account that is not bound to this mini-program or has another owner',
      'Of a uniform message it is the official account’s appid, of a token the mini-program’s.',
      'Compare the appid with WeChat’s console; bind the official account to the mini-program there.',
    ],
    zh: [
      'appid 不正确，或公众号未与小程序绑定、主体不同',
      '统一服务消息里是公众号的 appid，获取 token 时是小程序的。',
      '对照公众平台检查 appid，并把公众号与小程序绑定。',
    ],
  }),
  entry({
    code: 'APPID_MISSING',
    numbers: [41002],
    en: ['the appid is missing', 'The request for a token had none.', 'Set XINSHI_APPID.'],
    zh: ['缺少 appid', '获取 token 时没有带 appid。', '设置 XINSHI_APPID。'],
  }),
  entry({
    code: 'INVALID_APP_SECRET',
    numbers: [40125],
    en: [
      'the AppSecret is wrong',
      'It was mistyped, or has been reset in WeChat’s console.',
      'Set XINSHI_APP_SECRET to the one that is in force.',
    ],
    zh: [
      'AppSecret 不正确',
      '填写有误，或已在公众平台重置。',
      '把 XINSHI_APP_SECRET 设为当前有效的 AppSecret。',
    ],
  }),
  entry({
    code: 'APP_SECRET_MISSING',
    numbers: [41004],
    en: ['the AppSecret is missing', 'The request for a token had none.', 'Set XINSHI_APP_SECRET.'],
    zh: ['缺少 AppSecret', '获取 token 时没有带 AppSecret。', '设置 XINSHI_APP_SECRET。'],
  }),
  entry({
    code: 'APP_SECRET_FROZEN',
    numbers: [40243],
    en: [
      'the AppSecret is frozen',
      'An administrator froze it in WeChat’s console. Cloud calls work all the same.',
      'Unfreeze it (it takes 10 minutes), or use cloud calls.',
    ],
    zh: [
      'AppSecret 已被冻结',
      '管理员在公众平台冻结了它；云调用不受影响。',
      '解冻（10 分钟后生效），或改用云调用。',
    ],
  }),
  entry({
    code: 'IP_NOT_WHITELISTED',
    numbers: [40164, 61004],
    en: [
      'the server’s IP address is not in the mini-program’s whitelist',
      'WeChat gives tokens only to the addresses listed there; a cloud function’s address changes unless a fixed one is bought.',
      'Add the address, which is in the function’s log, in WeChat’s console (开发管理 › 开发设置 › IP 白名单), give the function a fixed address, or use cloud calls.',
    ],
    zh: [
      '服务器 IP 不在白名单中',
      '微信只给白名单里的地址发放 token；云函数的出口 IP 会变，除非开启固定 IP。',
      '在公众平台「开发管理 › 开发设置 › IP 白名单」加入云函数日志里的地址，或为云函数开启固定 IP，或改用云调用。',
    ],
  }),
  entry({
    code: 'IP_AWAITS_CONFIRMATION',
    numbers: [89501, 89503],
    retryable: true,
    en: [
      'an administrator has to confirm this IP address',
      'WeChat asked the administrator whether the address may call.',
      'Have the administrator confirm it on his phone, and try again.',
    ],
    zh: [
      '此 IP 正在等待管理员确认',
      '微信已向管理员询问是否允许该地址调用。',
      '请管理员在手机上确认后再试。',
    ],
  }),
  entry({
    code: 'IP_REFUSED_BY_ADMIN',
    numbers: [89506, 89507],
    en: [
      'an administrator refused this IP address',
      'After one refusal the address may not call for an hour, after two for a day.',
      'Talk to the administrator, and try again later.',
    ],
    zh: [
      '管理员拒绝了此 IP 的调用',
      '拒绝一次，1 小时内不可再用；两次，24 小时内不可再用。',
      '与管理员沟通后再试。',
    ],
  }),
  entry({
    code: 'COMPONENT_TOKEN_REQUIRED',
    numbers: [61024],
    en: [
      'WeChat wants the token of the third-party platform',
      'The mini-program has been made over to a third-party platform.',
      'Use cloud calls, or call through that platform.',
    ],
    zh: ['需要使用第三方平台的专用 token', '小程序由第三方平台代为开发。', '改用云调用，或通过该平台调用。'],
  }),
];
