/** Faults that are ready to be switched on. */
import type { Fault, FaultRule } from '../../../contract';

export interface Preset {
  title: string;
  words: string;
  fault: Fault;
  /** What it can befall; the first is what it befalls until another is chosen. */
  apis: string[];
  /** Of the calls; default 1. */
  share?: number;
}

const SENDS = ['subscribeMessage.send', 'customerServiceMessage.send', 'uniformMessage.send'];
const WECHAT = [
  ...SENDS,
  'customerServiceMessage',
  'subscribeMessage',
  'getAccessToken',
  'getStableAccessToken',
];
const PUSHES = ['push', 'push.text', 'push.subscribe_msg_popup_event', 'push.subscribe_msg_sent_event'];

export const PRESETS: { title: string; presets: Preset[] }[] = [
  {
    title: '微信接口',
    presets: [
      {
        title: '变慢',
        words: '回答晚 3 秒，事情已经做完。',
        fault: { kind: 'latency', latencyMs: 3_000 },
        apis: WECHAT,
      },
      {
        title: '系统繁忙 -1',
        words: '微信什么也没做，可以再试。',
        fault: { kind: 'error', errcode: -1 },
        apis: WECHAT,
      },
      {
        title: '用户拒收 43101',
        words: '没有可用的订阅。',
        fault: { kind: 'error', errcode: 43101 },
        apis: SENDS.slice(0, 1),
      },
      {
        title: '次数用完 45009',
        words: '今天的调用次数到了上限。',
        fault: { kind: 'error', errcode: 45009 },
        apis: WECHAT,
      },
      {
        title: '超时',
        words: '消息可能已经发出，云调用得到 -604102。',
        fault: { kind: 'timeout', workDone: true },
        apis: WECHAT,
      },
      {
        title: '回答丢失',
        words: '消息已经发出，连接在回答之前断开。',
        fault: { kind: 'replyLost' },
        apis: WECHAT,
      },
    ],
  },
  {
    title: '消息推送',
    presets: [
      { title: '推送两次', words: '同一个包到达两次。', fault: { kind: 'duplicate' }, apis: PUSHES },
      {
        title: '乱序',
        words: '后一个先到，前一个最多晚 3 秒。',
        fault: { kind: 'outOfOrder', heldMs: 3_000 },
        apis: PUSHES,
        share: 0.5,
      },
      {
        title: '回答没有到微信',
        words: '函数处理完了，微信没收到回答，会再推一次。',
        fault: { kind: 'replyLost' },
        apis: PUSHES,
      },
    ],
  },
  {
    title: '云开发与网络',
    presets: [
      {
        title: '数据库失败',
        words: '请求得到 DATABASE_REQUEST_FAILED。',
        fault: { kind: 'cloudError', code: 'DATABASE_REQUEST_FAILED', message: '为了测试而失败' },
        apis: [
          'database',
          'database.getDocument',
          'database.insertDocument',
          'database.modifyDocument',
          'database.modifyAndReturnDoc',
          'database.commitTransaction',
        ],
        share: 0.3,
      },
      {
        title: '云开发没有回答',
        words: '连接开着，一直等到函数超时。',
        fault: { kind: 'noReply', workDone: false },
        apis: ['functions', 'database', 'storage'],
        share: 0.3,
      },
      {
        title: '网络慢',
        words: '所有请求都晚 1 秒。',
        fault: { kind: 'latency', latencyMs: 1_000 },
        apis: ['*'],
      },
      {
        title: '网络不稳',
        words: '五次里有一次，事情做了，回答没到。',
        fault: { kind: 'replyLost' },
        apis: ['*'],
        share: 0.2,
      },
      {
        title: '订阅面板打不开 10005',
        words: 'wx.requestSubscribeMessage 失败。',
        fault: { kind: 'error', errcode: 10005 },
        apis: ['requestSubscribeMessage'],
      },
    ],
  },
];

/** The rule as the preset begins. */
export const ruleOf = ({ fault, apis, share = 1 }: Preset): FaultRule => ({
  ...fault,
  api: apis[0] ?? '*',
  share,
});

/** Whether the rule is this preset's, whatever it befalls and how often. */
export function isOf({ fault, apis }: Preset, rule: FaultRule): boolean {
  const sameFault = Object.entries(fault).every(([name, value]) => Reflect.get(rule, name) === value);
  return sameFault && apis.includes(rule.api);
}
