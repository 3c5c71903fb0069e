/** What users write into the functions' collections themselves: a collection that a function made lets every user add. */
import { createHash } from 'node:crypto';
import type { Output as Desk } from '../../cloudfunctions/customerServiceDesk/contract';
import type { UploadOutput } from '../../cloudfunctions/customerServiceMedia/contract';
import type { Output as Status } from '../../cloudfunctions/subscribeStatus/contract';
import type { Chat } from '../../scripts/emulator/contract';
import { ORDER_SHIPPED } from '../../scripts/project/seed';
import { PNG } from '../emulator/wechat/world';
import { builtProject } from './builtProject';
import { newUser, runEmulator } from './runningEmulator';

const OPERATOR = newUser();
const emulator = runEmulator({ functions: builtProject({ operator: OPERATOR }) });

let user: string;
let forger: string;
beforeEach(async () => {
  [user, forger] = [newUser(), newUser()];
  // Makes the collections.
  await say('在家', newUser());
  await subscribe(newUser());
});

async function say(content: string, openid = user): Promise<void> {
  await emulator.send('POST', `/emulator/users/${openid}/chat`, { msgtype: 'text', content });
  await emulator.settled();
}
async function subscribe(openid = user): Promise<void> {
  await emulator.send('POST', `/emulator/users/${openid}/subscribe`, { tmplIds: [ORDER_SHIPPED] });
  await emulator.settled();
}
const write = (collection: string, document: Record<string, unknown>) =>
  emulator.call(forger, 'write', { collection, document: { ...document, _openid: forger } });
const remaining = async (openid: string) => {
  const { data } = await emulator.call<{ data: Status }>(openid, 'subscribeStatus');
  return data.templates.find(({ tmplId }) => tmplId === ORDER_SHIPPED)?.remaining;
};
const thread = (openid: string) =>
  emulator.call<{ ok: boolean; data: Desk<'thread'> }>(OPERATOR, 'customerServiceDesk', {
    action: 'thread',
    openid,
  });

describe('a subscription that a user wrote', () => {
  it('grants him nothing', async () => {
    const forged = { _id: `${forger}:${ORDER_SHIPPED}`, openid: forger, tmplId: ORDER_SHIPPED };
    await write('xinshi_subscriptions', { ...forged, granted: 100, sendsAhead: [], open: true });

    expect(await remaining(forger)).toBe(0);
  });

  it('in another’s name does not take the place of what he grants', async () => {
    await write('xinshi_subscriptions', { _id: `${user}:${ORDER_SHIPPED}`, granted: -5, open: false });

    await subscribe();

    expect(await remaining(user)).toBe(1);
  });
});

describe('a conversation that a user wrote', () => {
  const taken = { operator: { openid: 'o', since: 0, activeAt: 9e15 }, allowance: { left: 0, until: 0 } };

  it('is in no operator’s list, nor are its messages', async () => {
    await write('xinshi_conversations', { _id: user, ...taken, sortKey: '9', state: 'waiting' });
    await write('xinshi_messages', { _id: `${user}:1`, openid: user, content: { kind: 'text', text: '骗' } });

    expect(await thread(user)).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CONVERSATION' } });
    const list = await emulator.call(OPERATOR, 'customerServiceDesk', { action: 'list' });
    expect(JSON.stringify(list)).not.toContain(user);
  });

  it('in another’s name does not keep him from being answered', async () => {
    await write('xinshi_conversations', { _id: user, ...taken });

    await say('hello');

    const { messages } = await emulator.get<Chat>(`/emulator/users/${user}/chat`);
    expect(messages.map(({ from }) => from)).toEqual(['user', 'service']);
    expect((await thread(user)).data.conversation).toMatchObject({ operator: null, allowance: { left: 4 } });
  });
});

it('an image that a user says is uploaded is uploaded all the same', async () => {
  const upload = async (bytes: Buffer) => {
    const input = { action: 'upload', data: bytes.toString('base64') };
    const { data } = await emulator.call<{ data: UploadOutput }>(OPERATOR, 'customerServiceMedia', input);
    return data.mediaId;
  };
  await upload(PNG);
  const other = Buffer.concat([PNG, Buffer.from('other')]);
  const _id = createHash('sha256').update(other).digest('hex');
  await write('xinshi_media', { _id, mediaId: 'of something else', expiresAt: 9e15 });

  expect(await upload(other)).not.toBe('of something else');
});
