/**
 * CloudBase's codes: of cloud calls, which are refused before WeChat does anything, and of calls of a function. Sources:
 * wx-server-sdk 4.0.2 (error.config); developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/debug/errcode.html.
 */
import { type ErrorEntry, entry } from './entry';

/** CloudBase has no number of its own for it: it answers -501001 with this cause's text. */
export const noWechatCaller: ErrorEntry = entry({
  code: 'NO_WECHAT_CALLER',
  en: [
    'this call of the function did not come through WeChat, so it may make no cloud call',
    'The HTTP access service, tcb and the cloud console call a function without WeChat; CloudBase answers `invalid wx openapi access_token`.',
    'Let the function call over HTTPS: set XINSHI_APPID and XINSHI_APP_SECRET.',
  ],
  zh: [
    '这次调用不是经由微信发起的，不能使用云调用',
    'HTTP 访问服务、tcb 和云控制台发起的调用没有微信身份，云开发回答 invalid wx openapi access_token。',
    '设置 XINSHI_APPID 和 XINSHI_APP_SECRET，改走 HTTPS。',
  ],
});

/** A cloud call with one of these was certainly not made. */
export const cloudCallRefusals: readonly ErrorEntry[] = [
  entry({
    code: 'REQUEST_LIMIT_REACHED',
    numbers: [-501003],
    retryable: true,
    en: [
      'the environment’s limit of requests is reached',
      'The plan of the environment allows no more.',
      'Try again later, or raise the environment’s plan.',
    ],
    zh: ['环境的请求次数已达上限', '超出环境套餐的限制。', '稍后再试，或升级环境套餐。'],
    forUser: ['服务太忙', '请稍后再试。'],
  }),
  entry({
    code: 'CONCURRENCY_LIMIT_REACHED',
    numbers: [-501004],
    retryable: true,
    en: [
      'too many requests at once',
      'The plan of the environment allows no more at a time.',
      'Try again after a moment.',
    ],
    zh: ['并发请求数已达上限', '超出环境套餐的并发限制。', '稍后再试。'],
    forUser: ['服务太忙', '请稍后再试。'],
  }),
  entry({
    code: 'INVALID_ENVIRONMENT',
    numbers: [-501005],
    en: [
      'the environment does not exist',
      'Its id is wrong, or it has been deleted.',
      'Deploy to an environment of this mini-program.',
    ],
    zh: ['云环境不存在', '环境 ID 有误，或环境已删除。', '部署到这个小程序的云环境。'],
    forUser: ['云环境不存在', '请开发者检查小程序设置里的 cloudEnv。'],
  }),
  entry({
    code: 'REQUEST_SOURCE_REFUSED',
    numbers: [-501008],
    en: [
      'CloudBase does not take requests from where this one came from',
      'The source is not among those that the environment allows.',
      'Allow it in the cloud console.',
    ],
    zh: ['云开发不接受此来源的请求', '来源不在环境允许的范围内。', '在云开发控制台允许该来源。'],
  }),
  entry({
    code: 'API_NOT_FOUND',
    numbers: [-604100],
    en: [
      'cloud calls have no such API',
      'The name is wrong.',
      'Compare the API’s name with WeChat’s documentation.',
    ],
    zh: ['云调用没有这个接口', '接口名有误。', '对照微信文档检查接口名。'],
  }),
  entry({
    code: 'API_NOT_PERMITTED',
    numbers: [-604101],
    en: [
      'the function’s config.json does not permit this API',
      'permissions.openapi does not list it, or what it lists is not in force yet.',
      'Add the API to permissions.openapi of the function’s config.json and upload the function with WeChat DevTools; it takes up to 10 minutes. Or let the function call over HTTPS: set XINSHI_APPID and XINSHI_APP_SECRET.',
    ],
    zh: [
      '云函数的 config.json 没有允许这个接口',
      'permissions.openapi 里没有它，或尚未生效。',
      '把接口加入 config.json 的 permissions.openapi 并用微信开发者工具上传（最多 10 分钟生效）；或设置 XINSHI_APPID 和 XINSHI_APP_SECRET，改走 HTTPS。',
    ],
  }),
  entry({
    code: 'CALL_SOURCE_REFUSED',
    numbers: [-604104],
    en: [
      'WeChat does not allow cloud calls from where this call came from',
      'It allows them in calls by the mini-program, by timers and by WeChat’s own HTTP API.',
      'Call the function from the mini-program, a timer or WeChat’s HTTP API. Or let it call over HTTPS: set XINSHI_APPID and XINSHI_APP_SECRET.',
    ],
    zh: [
      '此调用来源不允许使用云调用',
      '只有小程序端、定时触发器和微信 HTTP API 发起的调用可以。',
      '从小程序、定时触发器或微信 HTTP API 调用；或设置 XINSHI_APPID 和 XINSHI_APP_SECRET，改走 HTTPS。',
    ],
  }),
  noWechatCaller,
];

/** What wx.cloud.callFunction fails with, under the names that the front end gives them. */
export const functionCallFailures: readonly ErrorEntry[] = [
  entry({
    code: 'FUNCTION_NOT_FOUND',
    numbers: [-501000],
    en: ['the function is not deployed', 'The environment has no function of this name.', 'Deploy it.'],
    zh: ['云函数还没有部署', '环境里没有这个名字的云函数。', '上传云函数。'],
    forUser: ['服务还没有部署', '请先上传云函数，再重新打开小程序。'],
  }),
  entry({
    // Not retryable: it may have sent its message before it broke off.
    code: 'FUNCTION_FAILED',
    numbers: [-504002],
    en: [
      'the function broke off',
      'It threw, or ran out of memory.',
      'Its log in the cloud console says why. What it did before may be done.',
    ],
    zh: [
      '云函数执行出错',
      '函数抛出了异常，或内存不足。',
      '到云开发控制台查看日志。出错之前做的事可能已经做了。',
    ],
    forUser: ['服务出错了', '可能已经做了一部分，请先看看结果；原因在云函数的日志里。'],
  }),
  entry({
    code: 'FUNCTION_TIMED_OUT',
    numbers: [-504003],
    en: [
      'the function took longer than it may',
      'Its time limit stands in cloudbaserc.json.',
      'Raise the limit. What it did may be done: look before you try again.',
    ],
    zh: ['云函数执行超时', '时限见 cloudbaserc.json。', '提高时限。事情可能已经做了，重试之前先看看。'],
    forUser: ['服务没有按时回答', '可能已经做了，请先看看结果，再决定要不要重试。'],
  }),
  entry({
    code: 'UNREACHABLE',
    retryable: true,
    en: ['the cloud was not reached', 'There is no network.', 'Look after the network, and try again.'],
    zh: ['没有连上云开发', '网络不通。', '检查网络后重试。'],
    forUser: ['没有连上服务', '请检查网络，然后重试。'],
  }),
];
