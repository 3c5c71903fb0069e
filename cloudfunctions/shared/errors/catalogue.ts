/** The one catalogue of error codes: WeChat's, CloudBase's, the client's and Xinshi's own. */
import { cloudCallRefusals, functionCallFailures } from './cloudbase';
import type { ErrorEntry } from './entry';
import { subscribeRequest } from './subscribeRequest';
import { wechatCalls } from './wechatCalls';
import { wechatCustomerService } from './wechatCustomerService';
import { wechatMessages } from './wechatMessages';
import { wechatTemplates } from './wechatTemplates';
import { wechatTokens } from './wechatTokens';
import { callOutcomes, refusals } from './xinshi';

export interface Chapter {
  title: { en: string; zh: string };
  entries: readonly ErrorEntry[];
}

/** In the order of the documentation. */
export const chapters: readonly Chapter[] = [
  {
    title: { en: 'Xinshi’s own', zh: '信使自己的' },
    entries: [...Object.values(refusals), ...Object.values(callOutcomes)],
  },
  { title: { en: 'WeChat: any API', zh: '微信：所有接口' }, entries: wechatCalls },
  { title: { en: 'WeChat: access tokens', zh: '微信：access_token' }, entries: wechatTokens },
  {
    title: { en: 'WeChat: subscription and uniform messages', zh: '微信：订阅消息与统一服务消息' },
    entries: wechatMessages,
  },
  { title: { en: 'WeChat: customer service', zh: '微信：客服消息' }, entries: wechatCustomerService },
  { title: { en: 'WeChat: template management', zh: '微信：模板管理' }, entries: wechatTemplates },
  { title: { en: 'CloudBase: cloud calls', zh: '云开发：云调用' }, entries: cloudCallRefusals },
  {
    title: { en: 'CloudBase: calls of a function', zh: '云开发：调用云函数' },
    entries: functionCallFailures,
  },
  {
    title: { en: 'The phone: wx.requestSubscribeMessage', zh: '手机端：wx.requestSubscribeMessage' },
    entries: subscribeRequest,
  },
];

const refused = [
  wechatCalls,
  wechatTokens,
  wechatMessages,
  wechatCustomerService,
  wechatTemplates,
  cloudCallRefusals,
];

/**
 * By the number with which a call of WeChat was answered. Only such as say that nothing was done: a number that is
 * not here and negative says nothing of what WeChat did.
 */
export const refusalOf: ReadonlyMap<number, ErrorEntry> = new Map(
  refused.flat().flatMap((entry) => entry.numbers.map((number) => [number, entry] as const)),
);
