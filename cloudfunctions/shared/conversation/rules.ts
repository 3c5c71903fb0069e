/**
 * What the shop answers by itself, and when a user is handed over to WeChat's own customer-service desk
 * (网页版客服). This is the file that a project edits; ruleTypes.ts says what can be written here.
 */
import type { AnswerRules } from './ruleTypes';
import { miniProgramLink, text } from './text';

export const rules: AnswerRules = {
  officeHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], from: '09:00', to: '18:00' },

  replies: [
    {
      name: 'welcome',
      when: { entered: true },
      reply: [{ msgtype: 'text', content: '您好，欢迎光临！直接说说您想了解什么，回复“人工”转接客服。' }],
      notAgainWithinMs: 24 * 60 * 60_000,
    },
    {
      name: 'hello',
      when: { word: ['你好', '您好', '在吗', 'hello', 'hi'] },
      reply: [
        {
          msgtype: 'text',
          content: text`您好！可以先看看${miniProgramLink({ text: '小程序首页', path: 'pages/index/index' })}，也可以直接告诉我们需要什么；回复“人工”转接客服。`,
        },
      ],
    },
    {
      name: 'shipping',
      when: { keyword: ['发货', '物流', '快递', '到哪'] },
      reply: [
        {
          msgtype: 'text',
          content: text`下单后 48 小时内发货。打开${miniProgramLink({ text: '订阅发货通知', path: 'pages/index/index' })}，发货时我们会第一时间告诉您。`,
        },
      ],
    },
    {
      name: 'refund',
      when: { keyword: ['退款', '退货', '换货'] },
      reply: [
        { msgtype: 'text', content: '签收后 7 天内可以退换。请把订单编号发给我们，客服会尽快为您处理。' },
      ],
      stillWaiting: true,
    },
    {
      name: 'closed',
      when: { officeHours: false },
      reply: [
        {
          msgtype: 'text',
          content: '现在是休息时间，客服周一至周六 9:00 至 18:00 在线，上班后第一时间回复您。',
        },
      ],
      stillWaiting: true,
      notAgainWithinMs: 8 * 60 * 60_000,
    },
    {
      name: 'otherwise',
      when: {},
      reply: [
        { msgtype: 'text', content: '收到您的消息，客服会尽快回复。着急的话，回复“人工”转接在线客服。' },
      ],
      stillWaiting: true,
      notAgainWithinMs: 30 * 60_000,
    },
  ],

  handOver: {
    when: [{ keyword: ['人工', '转客服', '投诉'] }],
    whenNoRuleAnswers: false,
    reply: [{ msgtype: 'text', content: '正在为您转接人工客服，请稍候。' }],
  },

  keptForPeople: 1,
  silentAfterOperatorMs: 30 * 60_000,
};
