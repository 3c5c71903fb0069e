import type { Input, Output } from '../../cloudfunctions/customerServiceMedia/contract';
import type { CallRecord } from '../../scripts/emulator/contract';
import { PNG } from '../emulator/wechat/world';
import { type Answer, OPERATOR, refusedWith, runCustomerService } from './customerServiceWorld';
import { newUser } from './runningEmulator';

const service = runCustomerService();
const { emulator, say, take, reply, chat } = service;

const DAY_MS = 24 * 3_600_000;
const SMALL = PNG.toString('base64');

const media = <Action extends Input['action']>(
  input: Extract<Input, { action: Action }>,
  caller = OPERATOR,
) => emulator.call<Answer<Output<Action>>>(caller, 'customerServiceMedia', input);
const upload = (data = SMALL) => media<'upload'>({ action: 'upload', data });

/** A PNG that no other test has uploaded, of at least so many bytes. */
let made = 0;
function newPng(bytes = 100): Buffer {
  made += 1;
  return Buffer.concat([PNG, Buffer.alloc(bytes, made)]);
}

/** How often WeChat was asked for it. */
async function calls(api: string): Promise<number> {
  const records = await emulator.get<CallRecord[]>('/emulator/calls?limit=500');
  return records.filter(({ name }) => name.endsWith(api)).length;
}

/** A picture in cloud storage: what was too large for an answer is kept there. */
async function storedFile(bytes: Buffer): Promise<string> {
  const other = newUser();
  const sent = await emulator.send<{ mediaId: string }>('POST', `/emulator/users/${other}/chat`, {
    msgtype: 'image',
    data: bytes.toString('base64'),
  });
  const answer = await media<'download'>({ action: 'download', mediaId: sent.mediaId });
  if (!answer.ok || !('fileId' in answer.data)) throw new Error('it is not in cloud storage');
  return answer.data.fileId;
}

/** A file that a mini-program put into cloud storage. */
async function uploadedFile(bytes: Buffer): Promise<string> {
  const ticket = await emulator.send<{ fileID: string; url: string }>(
    'POST',
    `/emulator/users/${OPERATOR}/storage/upload`,
    { cloudPath: `${newUser()}.png` },
  );
  const { ok } = await fetch(ticket.url, { method: 'PUT', body: new Uint8Array(bytes) });
  if (!ok) throw new Error('not uploaded');
  return ticket.fileID;
}

/** A user who wrote to an operator: five messages are left. */
async function conversation() {
  await say('我想问一下');
  await take();
  await say('请发图片');
}

describe('customerServiceMedia', () => {
  it('uploads a picture once for its content, until WeChat is about to forget it', async () => {
    const data = newPng().toString('base64');
    const first = await upload(data);
    expect(first).toMatchObject({ ok: true, data: { mediaId: expect.stringMatching(/^\S{20,}$/) } });
    const uploads = await calls('uploadTempMedia');

    expect(await upload(data)).toEqual(first);
    expect(await calls('uploadTempMedia')).toBe(uploads);

    emulator.clock.advance(2.8 * DAY_MS);
    expect(await upload(data)).not.toEqual(first);
  });

  it('downloads what a user sent, as it was', async () => {
    const bytes = newPng();
    await say({ msgtype: 'image', data: bytes.toString('base64') });
    const { content } = (await service.thread()).messages[0] ?? {};

    expect(
      await media<'download'>({
        action: 'download',
        mediaId: content?.kind === 'image' ? content.mediaId : '',
      }),
    ).toEqual({
      ok: true,
      data: { contentType: 'image/png', size: bytes.length, data: bytes.toString('base64') },
    });
  });

  it('gives a picture that is too large for an answer as a file of cloud storage', async () => {
    const bytes = newPng(800 * 1024);
    await say({ msgtype: 'image', data: bytes.toString('base64') });
    const { content } = (await service.thread()).messages[0] ?? {};

    const answer = await media<'download'>({
      action: 'download',
      mediaId: content?.kind === 'image' ? content.mediaId : '',
    });

    expect(answer).toMatchObject({
      ok: true,
      data: { size: bytes.length, fileId: expect.stringMatching(/^cloud:\/\/.+\.png$/) },
    });
  });

  it('leaves such a file in cloud storage for three days', async () => {
    const fileId = await storedFile(newPng(800 * 1024));
    const cleanUp = () =>
      emulator.call(OPERATOR, 'relay', { name: 'cleanUp' }) as Promise<{ data: { removed: object } }>;
    const sendIt = () => reply({ msgtype: 'image', fileId });
    await conversation();

    emulator.clock.advance(2.9 * DAY_MS);
    await cleanUp();
    await conversation();
    expect(await sendIt()).toMatchObject({ ok: true });

    emulator.clock.advance(0.2 * DAY_MS);
    expect((await cleanUp()).data.removed).toMatchObject({ xinshi_pictures: expect.any(Number) });
    expect(await sendIt()).toMatchObject({ ok: false, error: { code: 'FILE_NOT_FOUND' } });
  });

  it('refuses what is no PNG, JPEG or GIF by its bytes, whatever it is called', async () => {
    const text = Buffer.from('not an image').toString('base64');

    expect(await upload(text)).toMatchObject({ ok: false, error: { code: 'NOT_AN_IMAGE' } });
    expect(await upload('%%%')).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  it('refuses more bytes than a call of a function takes, and names the way out', async () => {
    expect(await upload(newPng(80 * 1024).toString('base64'))).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('cloud storage') },
    });
  });

  it('refuses a file over 10 MB before WeChat is asked', async () => {
    const fileId = await uploadedFile(newPng(10 * 1024 * 1024));
    const uploads = await calls('uploadTempMedia');

    expect(await media({ action: 'upload', fileId })).toMatchObject({
      ok: false,
      error: { code: 'IMAGE_TOO_LARGE', message: expect.stringContaining('10485760 (10 MB)') },
    });
    expect(await calls('uploadTempMedia')).toBe(uploads);
  });

  it('is answered 40007 for a medium that WeChat does not know', async () => {
    expect(await media({ action: 'download', mediaId: 'unknown' })).toMatchObject(
      refusedWith('INVALID_MEDIA_ID', 40007),
    );
  });

  it('is not for users', async () => {
    expect(await media({ action: 'upload', data: SMALL }, service.user)).toMatchObject({
      ok: false,
      error: { code: 'NOT_ALLOWED' },
    });
  });
});

describe('customerServiceSend sends pictures', () => {
  it('that were uploaded, from bytes, and from cloud storage', async () => {
    await conversation();
    const uploaded = await upload();
    if (!uploaded.ok) throw new Error('not uploaded');

    expect(await reply({ msgtype: 'image', mediaId: uploaded.data.mediaId })).toMatchObject({ ok: true });
    expect(await reply({ msgtype: 'image', data: newPng().toString('base64') })).toMatchObject({ ok: true });
    const fileId = await storedFile(newPng(800 * 1024));
    expect(await reply({ msgtype: 'image', fileId })).toMatchObject({ ok: true });

    const { messages } = await chat();
    expect(messages.slice(-3)).toMatchObject([1, 2, 3].map(() => ({ from: 'service', msgtype: 'image' })));
  });

  it('on the card of a page, in the same three ways', async () => {
    await conversation();
    const card = { msgtype: 'miniprogrampage', title: '订单', pagepath: 'pages/index/index' } as const;
    const uploaded = await upload();
    if (!uploaded.ok) throw new Error('not uploaded');

    expect(await reply({ ...card, thumbMediaId: uploaded.data.mediaId })).toMatchObject({ ok: true });
    expect(await reply({ ...card, thumbData: SMALL })).toMatchObject({ ok: true });
    expect(await reply({ ...card, thumbFileId: await storedFile(newPng(800 * 1024)) })).toMatchObject({
      ok: true,
    });

    const [last] = (await chat()).messages.slice(-1);
    expect(last).toMatchObject({ msgtype: 'miniprogrampage', title: '订单', pagePath: 'pages/index/index' });
  });

  it('is refused one that has expired with 40007, and nothing of the allowance is used up', async () => {
    const uploaded = await upload(newPng().toString('base64'));
    if (!uploaded.ok) throw new Error('not uploaded');
    emulator.clock.advance(3 * DAY_MS + 1_000);
    await conversation();

    expect(await reply({ msgtype: 'image', mediaId: uploaded.data.mediaId })).toMatchObject(
      refusedWith('INVALID_MEDIA_ID', 40007),
    );
    expect((await service.thread()).conversation.allowance.left).toBe(5);
  });

  it('says so when cloud storage has no such file', async () => {
    await conversation();

    expect(await reply({ msgtype: 'image', fileId: 'cloud://nowhere.0/1.png' })).toMatchObject({
      ok: false,
      error: { code: 'FILE_NOT_FOUND' },
    });
  });

  it('sends links and texts of parts, of which only links are links', async () => {
    await conversation();
    const link = {
      title: '说明',
      description: '怎样退货',
      url: 'https://example.com',
      thumbUrl: 'https://example.com/1.png',
    };
    expect(await reply({ msgtype: 'link', ...link })).toMatchObject({ ok: true });
    await reply({
      msgtype: 'text',
      content: ['看<a href="x">', { link: 'web', text: '这里', url: 'https://example.com/?a="' }],
    });

    const messages = (await chat()).messages.slice(-2);
    expect(messages).toMatchObject([
      { msgtype: 'link', ...link },
      { content: '看＜a href="x"><a href="https://example.com/?a=%22">这里</a>' },
    ]);
  });

  it('refuses a message of no known kind, naming the field', async () => {
    expect(
      await emulator.call(OPERATOR, 'customerServiceSend', {
        to: service.user,
        message: { msgtype: 'voice' },
      }),
    ).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('message.msgtype') },
    });
  });
});
