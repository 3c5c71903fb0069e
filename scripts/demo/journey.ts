/** The journey of a subscription message, step by step: what is done, what is expected, what came. */
import type { CallResult, Notification, PushRecord, SubscribeSuccess } from '../emulator/contract';
import { APPOINTMENT_REMINDER, HAN_MEI_MEI, LI_LEI, ORDER_SHIPPED } from '../project/seed';
import type { Client } from './client';

export interface Step {
  title: string;
  expected: unknown;
  /** Does the step and gives what came, in the shape of `expected`. */
  run(): Promise<unknown>;
}

export interface JourneyOptions {
  client: Client;
  /** Resolves when every push has been delivered. */
  settled(): Promise<void>;
}

const ORDER = {
  orderNo: 'XS20261123001',
  product: '手冲咖啡豆 250g',
  shippedAt: '2026年11月23日 15:01',
  note: '请留意电话',
};

interface Answer {
  ok: boolean;
  data?: { msgid: string; remaining: number };
  error?: { code: string; message: string; wechat?: { errCode: number } };
}

export function journey({ client, settled }: JourneyOptions): Step[] {
  const call = async (name: string, data: unknown) =>
    (await client.post<CallResult>(`/emulator/users/${LI_LEI}/call`, { name, data })).result as Answer;
  const send = (data: Record<string, string>, more: Record<string, string> = {}) =>
    call('subscribeSend', { template: 'orderShipped', data, ...more });
  const refusal = ({ ok, error }: Answer) => ({ ok, code: error?.code, errCode: error?.wechat?.errCode });

  return [
    {
      title: 'A message before any grant is refused by WeChat',
      expected: { ok: false, code: 'NOT_SUBSCRIBED', errCode: 43101 },
      run: async () => refusal(await send(ORDER)),
    },
    {
      title: 'The user accepts one template and refuses the other',
      expected: {
        errMsg: 'requestSubscribeMessage:ok',
        [ORDER_SHIPPED]: 'accept',
        [APPOINTMENT_REMINDER]: 'reject',
      },
      run: () =>
        client.post<SubscribeSuccess>(`/emulator/users/${LI_LEI}/subscribe`, {
          tmplIds: [ORDER_SHIPPED, APPOINTMENT_REMINDER],
          choices: { [ORDER_SHIPPED]: 'accept', [APPOINTMENT_REMINDER]: 'reject' },
        }),
    },
    {
      title: 'WeChat tells messagePush what the user chose',
      expected: { event: 'subscribe_msg_popup_event', choices: ['accept', 'reject'], answered: true },
      run: async () => {
        await settled();
        const [push] = await client.get<PushRecord[]>('/emulator/pushes');
        return { event: push?.event, choices: choicesIn(push), answered: isAnswered(push) };
      },
    },
    {
      title: 'The message is sent, and no send is left',
      expected: { ok: true, remaining: 0, msgid: '19 digits or so' },
      run: async () => {
        const { ok, data } = await send(ORDER);
        return {
          ok,
          remaining: data?.remaining,
          msgid: /^\d{16,20}$/.test(data?.msgid ?? '') ? '19 digits or so' : data?.msgid,
        };
      },
    },
    {
      title: 'The notification is on the phone',
      expected: {
        title: '订单发货通知',
        lines: ['XS20261123001', '手冲咖啡豆 250g', '2026年11月23日 15:01', '请留意电话'],
      },
      run: async () => {
        const [card] = await client.get<Notification[]>(`/emulator/users/${LI_LEI}/notifications`);
        return { title: card?.title, lines: card?.lines.map(({ value }) => value) };
      },
    },
    {
      title: 'WeChat tells messagePush that it was delivered',
      expected: { event: 'subscribe_msg_sent_event', answered: true },
      run: async () => {
        await settled();
        const [push] = await client.get<PushRecord[]>('/emulator/pushes');
        return { event: push?.event, answered: isAnswered(push) };
      },
    },
    {
      title: 'A second message is refused: the grant is used up',
      expected: { ok: false, code: 'NOT_SUBSCRIBED', errCode: 43101 },
      run: async () => refusal(await send(ORDER)),
    },
    {
      title: 'A field over its limit is refused before WeChat sees it, and named',
      expected: { ok: false, code: 'INVALID_FIELD', names: 'product' },
      run: async () => {
        const { ok, error } = await send({
          ...ORDER,
          product: '二十一个字的商品名称在这里就是要超过限制了吧',
        });
        return {
          ok,
          code: error?.code,
          names: error?.message.includes('product') ? 'product' : error?.message,
        };
      },
    },
    {
      title: 'A user may not message another user',
      expected: { ok: false, code: 'NOT_ALLOWED', errCode: undefined },
      run: async () => refusal(await send(ORDER, { to: HAN_MEI_MEI })),
    },
  ];
}

function choicesIn(push: PushRecord | undefined): unknown {
  const list = push?.packet['List'];
  return Array.isArray(list)
    ? list.map((item: Record<string, unknown>) => item['SubscribeStatusString'])
    : list;
}

const isAnswered = (push: PushRecord | undefined) => push?.attempts.at(-1)?.response === 'success';
