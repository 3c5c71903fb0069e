/**
 * The project's templates under its own names: the one place to edit when a template is added in WeChat's
 * console (小程序后台 › 订阅消息). Ids, titles and keys are copied from there.
 */
import type { Template } from './template';

export const registry = {
  orderShipped: {
    tmplId: 'mF3kQ0xWzXb7uYtR2sLhV9pJcN6aDgE1oKiT8yUvB4w',
    title: '订单发货通知',
    type: 'oneTime',
    sendableBy: 'self',
    page: 'pages/subscriptions/subscriptions',
    fields: {
      orderNo: { key: 'character_string1', label: '订单编号' },
      product: { key: 'thing2', label: '商品名称' },
      shippedAt: { key: 'date3', label: '发货时间' },
      note: { key: 'thing4', label: '温馨提示' },
    },
  },
  appointmentReminder: {
    tmplId: 'Qd5rTn8bPz1LxVfG7mHsYw3cJk0eUaR9iOqX6tKuM2s',
    title: '预约提醒',
    type: 'oneTime',
    sendableBy: 'self',
    page: 'pages/subscriptions/subscriptions',
    fields: {
      item: { key: 'thing1', label: '预约项目' },
      at: { key: 'time2', label: '预约时间' },
      person: { key: 'name3', label: '预约人' },
      phone: { key: 'phone_number4', label: '联系电话' },
    },
  },
  paymentReceived: {
    tmplId: 'a9ZyWk4vBt6NpGhS1qXeRu8mLc3dJf0oTi7sEbV5nYg',
    title: '收款到账通知',
    type: 'oneTime',
    sendableBy: 'operator',
    page: 'pages/subscriptions/subscriptions',
    fields: {
      amount: { key: 'amount1', label: '收款金额' },
      at: { key: 'date2', label: '到账时间' },
      payer: { key: 'thing3', label: '付款方' },
    },
  },
  shuttleArriving: {
    tmplId: 'hP2sLuE7xKv0YcQj9RzWb5gTn3mDaF8iOe1tXkU6rVo',
    title: '班车到站提醒',
    type: 'longTerm',
    sendableBy: 'self',
    page: 'pages/subscriptions/subscriptions',
    fields: {
      line: { key: 'thing1', label: '线路' },
      at: { key: 'time2', label: '预计到站' },
      status: { key: 'phrase3', label: '状态' },
    },
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof registry;
