/**
 * WeChat's codes of subscribeMessage.send and uniformMessage.send. Sources: its documentation of both; 43107, 43108,
 * 45168: tencentcloud.com/document/product/1219/67648; 45109: WeChat's notice of 22 August 2023
 * (community/develop/doc/000ae8d6348af08e7030bc2546bc01); 43019, 40249: seen by developers for official accounts.
 */
import { type ErrorEntry, entry } from './entry';

export const wechatMessages: readonly ErrorEntry[] = [
  entry({
    code: 'UNKNOWN_TEMPLATE',
    numbers: [40037],
    en: [
      'the template id is empty or not this mini-program’s',
      'It was deleted, is another account’s, or is a name that the registry does not have.',
      'Compare the id with the list in WeChat’s console (订阅消息 › 我的模板).',
    ],
    zh: [
      '模板 ID 为空，或不属于这个小程序',
      '模板已删除、属于别的账号，或名称不在模板登记表里。',
      '对照公众平台「订阅消息 › 我的模板」检查模板 ID。',
    ],
  }),
  entry({
    code: 'NOT_SUBSCRIBED',
    numbers: [43101],
    en: [
      'the user has not subscribed, has withdrawn, or every send that he granted is used up',
      'One acceptance of a one-time template allows one send; a kept choice alone allows none.',
      'Ask the user to subscribe again (wx.requestSubscribeMessage).',
    ],
    zh: [
      '用户没有订阅、已退订，或授权次数已用完',
      '一次性模板每同意一次只能发送一条；「总是保持」本身不增加次数。',
      '请用户再次订阅（wx.requestSubscribeMessage）。',
    ],
    forUser: ['没有可用的订阅', '先订阅才能收到，每同意一次可收一条。'],
  }),
  entry({
    code: 'SUBSCRIPTIONS_BANNED',
    numbers: [43107],
    en: [
      'WeChat has banned the mini-program or this template from subscription messages',
      'Users complained, or the messages broke WeChat’s rules.',
      'Look into the notices in WeChat’s console.',
    ],
    zh: ['订阅消息能力或该模板已被封禁', '用户投诉较多，或消息内容违规。', '到微信公众平台查看通知并申诉。'],
  }),
  entry({
    code: 'CONCURRENT_SEND',
    numbers: [43108],
    retryable: true,
    en: [
      'two messages went to this user at once',
      'WeChat takes one after the other.',
      'Send it again after a moment: this one was not sent.',
    ],
    zh: ['同时向同一用户下发了多条消息', '微信要求逐条下发。', '稍后重发：这一条没有发出。'],
    forUser: ['发送得太快', '请稍后再试。'],
  }),
  entry({
    code: 'SENSITIVE_CONTENT',
    numbers: [45168],
    en: [
      'the message holds words that WeChat does not allow',
      'A value is sensitive.',
      'Change the wording.',
    ],
    zh: ['消息含有敏感内容', '某个字段的值命中了敏感词。', '修改措辞后再发。'],
    forUser: ['内容里有不允许的词语', '请修改后再发。'],
  }),
  entry({
    code: 'INVALID_FIELD',
    numbers: [47003],
    en: [
      'a value is missing or breaks its field’s rule',
      'Each kind of field has its own rule: length, digits, form of a date.',
      'Correct the field that is named; no grant was used up.',
    ],
    zh: [
      '有字段缺失，或不符合该字段的规则',
      '每种字段有自己的规则：长度、数字、日期格式等。',
      '按提示改正该字段；授权次数没有减少。',
    ],
  }),
  entry({
    code: 'INVALID_PAGE',
    numbers: [41030],
    en: [
      'the page is not in the published mini-program',
      'The path is wrong, or the page has not been released yet.',
      'Name a page of the published app.json, or leave the page out.',
    ],
    zh: [
      '页面不在已发布的小程序里',
      '路径有误，或页面还没有发布。',
      '使用已发布版本 app.json 里的页面，或不填 page。',
    ],
  }),
  entry({
    code: 'NOT_FOLLOWING',
    numbers: [43004],
    en: [
      'the user does not follow the official account',
      'Template messages of an official account go to followers alone.',
      'Ask the user to follow the official account.',
    ],
    zh: ['用户没有关注公众号', '公众号的模板消息只能发给关注者。', '请用户关注公众号。'],
  }),
  entry({
    code: 'RECIPIENT_BLACKLISTED',
    numbers: [43019],
    en: [
      'the user is in the official account’s blacklist',
      'Somebody put him there in WeChat’s console.',
      'Take the user out of the blacklist.',
    ],
    zh: ['用户在公众号的黑名单里', '有人在公众平台把他加入了黑名单。', '把用户移出黑名单。'],
  }),
  entry({
    code: 'MESSAGE_BLOCKED',
    numbers: [40249],
    en: [
      'WeChat has blocked this template message for its content',
      'The content broke the rules of template messages.',
      'Change the content or the template.',
    ],
    zh: ['模板消息因内容违规被拦截', '内容不符合模板消息的规范。', '修改内容或更换模板。'],
  }),
  entry({
    code: 'INVALID_FORM_ID',
    numbers: [41028],
    en: [
      'the form_id is wrong or has expired',
      'It belongs to the template messages that WeChat has withdrawn.',
      'Leave weappTemplateMsg out: WeChat has withdrawn that kind of message.',
    ],
    zh: [
      'form_id 不正确或已过期',
      '它属于微信已下线的小程序模板消息。',
      '去掉 weappTemplateMsg：这种消息已经下线。',
    ],
  }),
  entry({
    code: 'FORM_ID_USED',
    numbers: [41029],
    en: [
      'the form_id has been used',
      'It belongs to the template messages that WeChat has withdrawn.',
      'Leave weappTemplateMsg out: WeChat has withdrawn that kind of message.',
    ],
    zh: [
      'form_id 已被使用',
      '它属于微信已下线的小程序模板消息。',
      '去掉 weappTemplateMsg：这种消息已经下线。',
    ],
  }),
  entry({
    code: 'API_WITHDRAWN',
    numbers: [45103],
    en: [
      'WeChat has withdrawn template messages of mini-programs',
      'weapp_template_msg is sent first when it is there, and is answered so since 2020.',
      'Leave weappTemplateMsg out, or send a subscription message instead.',
    ],
    zh: [
      '微信已下线小程序模板消息',
      '带有 weapp_template_msg 时会先发它，2020 年起一律得到这个回答。',
      '去掉 weappTemplateMsg，或改发订阅消息。',
    ],
  }),
  entry({
    code: 'UNIFORM_MESSAGES_WITHDRAWN',
    numbers: [45109],
    en: [
      'WeChat has withdrawn uniform messages, from 20 September 2023 on',
      'The API is no longer open to this mini-program.',
      'Send a subscription message, or use the official account’s own template messages.',
    ],
    zh: [
      '微信自 2023 年 9 月 20 日起下线统一服务消息',
      '该接口不再对这个小程序开放。',
      '改发订阅消息，或用公众号自己的模板消息。',
    ],
  }),
];
