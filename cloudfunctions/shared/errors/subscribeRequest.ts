/**
 * The codes that wx.requestSubscribeMessage fails with on the phone. Source: WeChat's documentation of it
 * (miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html).
 */
import { type ErrorEntry, entry } from './entry';

export const subscribeRequest: readonly ErrorEntry[] = [
  entry({
    code: 'REQUEST_WITHOUT_TEMPLATES',
    numbers: [10001],
    en: ['no template was asked for', 'tmplIds is empty.', 'Name at least one template.'],
    zh: ['没有指定要订阅的消息', 'tmplIds 为空。', '至少指定一个模板。'],
    forUser: ['没有指定要订阅的消息', '请至少勾选一条。'],
  }),
  entry({
    code: 'REQUEST_LIST_FAILED',
    numbers: [10002],
    retryable: true,
    en: [
      'the templates could not be fetched',
      'The network failed before the panel was shown.',
      'Try again.',
    ],
    zh: ['没能取到消息列表', '弹窗之前网络出错。', '检查网络后重试。'],
    forUser: ['没能取到消息列表', '请检查网络，然后重试。'],
  }),
  entry({
    code: 'REQUEST_SUBSCRIBE_FAILED',
    numbers: [10003],
    retryable: true,
    en: ['the choice could not be handed in', 'The network failed after the panel was shown.', 'Try again.'],
    zh: ['订阅没有提交成功', '弹窗之后网络出错。', '检查网络后重试。'],
    forUser: ['订阅没有提交成功', '请检查网络，然后重试。'],
  }),
  entry({
    code: 'REQUEST_INVALID_TEMPLATE_ID',
    numbers: [10004],
    en: ['a template id is malformed', 'It is no text.', 'Pass the ids as texts.'],
    zh: ['模板 ID 的格式不对', '参数类型错误。', '检查传入的模板 ID。'],
    forUser: ['模板 ID 的格式不对', '请开发者检查传入的模板 ID。'],
  }),
  entry({
    code: 'REQUEST_IN_BACKGROUND',
    numbers: [10005],
    retryable: true,
    en: [
      'the panel cannot be shown',
      'The mini-program is in the background.',
      'Ask again when the user is back.',
    ],
    zh: ['无法弹出订阅窗口', '小程序处于后台。', '用户回到小程序后再试。'],
    forUser: ['小程序不在前台，无法弹出订阅窗口', '请回到小程序再试。'],
  }),
  entry({
    code: 'REQUEST_UNKNOWN_TEMPLATE',
    numbers: [20001],
    en: [
      'a template does not exist',
      'It was deleted, or is another mini-program’s.',
      'Compare the ids with WeChat’s console.',
    ],
    zh: ['有消息模板不存在', '模板已删除，或属于别的小程序。', '对照公众平台检查模板 ID。'],
    forUser: ['有消息模板不存在', '请开发者确认模板 ID 属于这个小程序。'],
  }),
  entry({
    code: 'REQUEST_MIXED_TYPES',
    numbers: [20002],
    en: [
      'one-time and long-term templates were asked for together',
      'One request takes one type.',
      'Ask for them apart.',
    ],
    zh: ['一次性和长期的消息不能一起订阅', '一次只能请求同一类型的模板。', '分开请求。'],
    forUser: ['一次性和长期的消息不能一起订阅', '请分开勾选。'],
  }),
  entry({
    code: 'REQUEST_TOO_MANY_TEMPLATES',
    numbers: [20003],
    en: [
      'too many templates were asked for at once',
      'Older clients take 3, newer ones 5.',
      'Ask for at most 3.',
    ],
    zh: ['一次请求的模板太多', '旧客户端最多 3 个，新客户端最多 5 个。', '一次最多请求 3 个。'],
    forUser: ['一次勾选得太多', '请少选几条再试。'],
  }),
  entry({
    code: 'REQUEST_SWITCHED_OFF',
    numbers: [20004],
    en: [
      'the user has switched subscription messages off',
      'The main switch in his settings is off.',
      'Lead him to the settings (wx.openSetting).',
    ],
    zh: ['用户关闭了订阅消息', '设置里的总开关已关闭。', '引导用户打开设置（wx.openSetting）。'],
    forUser: ['你关闭了订阅消息', '在设置里打开「接收订阅消息」后再试。'],
  }),
  entry({
    code: 'REQUEST_BANNED',
    numbers: [20005],
    en: [
      'the mini-program is banned from subscription messages',
      'It broke WeChat’s rules.',
      'Look into the notices in WeChat’s console.',
    ],
    zh: ['小程序被禁止使用订阅消息', '小程序违规。', '到微信公众平台查看原因。'],
    forUser: ['这个小程序被禁止使用订阅消息', '请开发者到微信公众平台查看原因。'],
  }),
];
