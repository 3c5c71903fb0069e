/** The journey of a subscription message, step by step: what is done, what is expected, what came. */
import type { Notification, PushRecord } from '../emulator/contract';
import type { EmulatorClient } from '../project/emulatorClient';
import { APPOINTMENT_REMINDER, HAN_MEI_MEI, LI_LEI, ORDER_SHIPPED } from '../project/seed';

export interface Step {
  title: string;
  /** What must come, word for word, or in this form. */
  expected: string | RegExp;
  /** Does the step and says in a line what came. */
  run(): Promise<string>;
}

export interface JourneyOptions {
  client: EmulatorClient;
  /** Resolves when every push has been delivered. */
  settled(): Promise<void>;
}

const ORDER = {
  orderNo: 'XS20261123001',
  product: '手冲咖啡豆 250g',
  shippedAt: '2026年11月23日 15:01',
  note: '请留意电话',
};
const LONG_PRODUCT = '二十一个字的商品名称在这里就是要超过限制了吧';

/** What subscribeSend answers. */
type Answer =
  | { ok: true; data: { msgid: string; remaining: number } }
  | { ok: false; error: { code: string; message: string; wechat?: { errCode: number } } };

export function journey({ client, settled }: JourneyOptions): Step[] {
  const send = async (more: Record<string, unknown> = {}) => {
    const input = { template: 'orderShipped', data: ORDER, ...more };
    return inWords(await client.call<Answer>(LI_LEI, 'subscribeSend', input));
  };
  const lastPush = async () => {
    await settled();
    const [push] = await client.get<PushRecord[]>('/emulator/pushes?limit=1');
    return pushInWords(push);
  };

  return [
    {
      title: 'A message before any grant is refused by WeChat',
      expected: 'NOT_SUBSCRIBED (43101)',
      run: send,
    },
    {
      title: 'The user accepts one template and refuses the other',
      expected: 'requestSubscribeMessage:ok, accept, reject',
      run: async () => {
        const choices = { [ORDER_SHIPPED]: 'accept', [APPOINTMENT_REMINDER]: 'reject' };
        const answer = await client.send<Record<string, string>>(
          'POST',
          `/emulator/users/${LI_LEI}/subscribe`,
          {
            tmplIds: Object.keys(choices),
            choices,
          },
        );
        return [answer['errMsg'], answer[ORDER_SHIPPED], answer[APPOINTMENT_REMINDER]].join(', ');
      },
    },
    {
      title: 'WeChat tells messagePush what the user chose',
      expected: 'subscribe_msg_popup_event: accept, reject; answered success',
      run: lastPush,
    },
    {
      title: 'The message is sent, and no send is left',
      expected: /^msgid \d{16,20}, 0 left$/,
      run: send,
    },
    {
      title: 'The notification is on the phone',
      expected: `订单发货通知: ${Object.values(ORDER).join(', ')}`,
      run: async () => {
        const [card] = await client.get<Notification[]>(`/emulator/users/${LI_LEI}/notifications`);
        return `${card?.title}: ${card?.lines.map(({ value }) => value).join(', ')}`;
      },
    },
    {
      title: 'WeChat tells messagePush that it was delivered',
      expected: 'subscribe_msg_sent_event: success; answered success',
      run: lastPush,
    },
    {
      title: 'A second message is refused: the grant is used up',
      expected: 'NOT_SUBSCRIBED (43101)',
      run: send,
    },
    {
      title: 'A field over its limit is refused before WeChat sees it, and named',
      expected: /^INVALID_FIELD: data\.product /,
      run: () => send({ data: { ...ORDER, product: LONG_PRODUCT } }),
    },
    {
      title: 'A user may not message another user',
      expected: /^NOT_ALLOWED: /,
      run: () => send({ to: HAN_MEI_MEI }),
    },
  ];
}

function inWords(answer: Answer): string {
  if (answer.ok) return `msgid ${answer.data.msgid}, ${answer.data.remaining} left`;
  const { code, message, wechat } = answer.error;
  return wechat === undefined ? `${code}: ${message}` : `${code} (${wechat.errCode})`;
}

/** `subscribe_msg_popup_event: accept; answered success` */
function pushInWords(push: PushRecord | undefined): string {
  const list = [push?.packet['List'] ?? []].flat() as Record<string, string>[];
  const items = list.map((item) => item['SubscribeStatusString'] ?? item['ErrorStatus']);
  return `${push?.event}: ${items.join(', ')}; answered ${push?.attempts.at(-1)?.response}`;
}
