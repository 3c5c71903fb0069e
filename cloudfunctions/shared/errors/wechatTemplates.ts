/**
 * WeChat's codes of template management. Source: its documentation of subscribeMessage.addTemplate, deleteTemplate,
 * getPubTemplateTitleList, getPubTemplateKeyWordsById.
 */
import { type ErrorEntry, entry } from './entry';

export const wechatTemplates: readonly ErrorEntry[] = [
  entry({
    code: 'TEMPLATES_BANNED',
    numbers: [200011],
    en: [
      'WeChat has banned this account from managing templates',
      'It broke WeChat’s rules.',
      'Look into the notices in WeChat’s console.',
    ],
    zh: ['账号已被封禁，无法操作模板', '账号违规。', '到微信公众平台查看通知。'],
  }),
  entry({
    code: 'TOO_MANY_TEMPLATES',
    numbers: [200012],
    en: [
      'the account has as many templates as it may',
      'It may have 25 of its own.',
      'Delete one that is no longer used.',
    ],
    zh: ['个人模板数已达上限', '最多 25 个。', '删除不再使用的模板。'],
  }),
  entry({
    code: 'TEMPLATE_BANNED',
    numbers: [200013],
    en: ['WeChat has banned this template', 'It was misused.', 'Choose another one.'],
    zh: ['该模板已被封禁，无法选用', '模板被滥用。', '选用别的模板。'],
  }),
  entry({
    code: 'UNKNOWN_LIBRARY_TEMPLATE',
    numbers: [200014],
    en: [
      'the library has no such template',
      'tid is missing, wrong, or not of the mini-program’s categories.',
      'Take the tid from getPubTemplateTitleList.',
    ],
    zh: [
      '模板标题 tid 参数错误',
      'tid 缺失、有误，或不属于小程序的类目。',
      '从 getPubTemplateTitleList 取得 tid。',
    ],
  }),
  entry({
    code: 'INVALID_START',
    numbers: [200016],
    en: ['start is wrong', 'It counts from 0.', 'Pass a whole number from 0 on.'],
    zh: ['start 参数错误', '从 0 开始计数。', '填写不小于 0 的整数。'],
  }),
  entry({
    code: 'INVALID_LIMIT',
    numbers: [200017],
    en: ['limit is wrong', 'At most 30 a page.', 'Pass a whole number from 1 to 30.'],
    zh: ['limit 参数错误', '每页最多 30 条。', '填写 1 到 30 的整数。'],
  }),
  entry({
    code: 'CATEGORIES_MISSING',
    numbers: [200018],
    en: ['the categories are missing', 'ids is empty.', 'Take the ids from getCategory.'],
    zh: ['缺少类目 ids', 'ids 为空。', '从 getCategory 取得类目 id。'],
  }),
  entry({
    code: 'INVALID_CATEGORIES',
    numbers: [200019],
    en: [
      'the categories are wrong',
      'One is not this mini-program’s.',
      'Take the ids from getCategory, joined by commas.',
    ],
    zh: ['类目 ids 不合法', '有类目不属于这个小程序。', '从 getCategory 取得类目 id，用逗号隔开。'],
  }),
  entry({
    code: 'INVALID_KEYWORDS',
    numbers: [200020],
    en: [
      'the keywords are wrong',
      'A template takes 2 to 5 keywords of its own.',
      'Take the kids from getPubTemplateKeyWordsById.',
    ],
    zh: [
      '关键词列表 kidList 参数错误',
      '一个模板要选 2 到 5 个它自己的关键词。',
      '从 getPubTemplateKeyWordsById 取得 kid。',
    ],
  }),
  entry({
    code: 'INVALID_SCENE',
    numbers: [200021],
    en: ['the description of the service is wrong', 'It may have 15 characters.', 'Shorten sceneDesc.'],
    zh: ['场景描述 sceneDesc 参数错误', '最多 15 个字。', '缩短 sceneDesc。'],
  }),
];
