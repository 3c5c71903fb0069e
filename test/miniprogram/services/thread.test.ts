import { threadReader } from '../../../miniprogram/services/thread';
import { heldFunction } from '../heldFunction';

const page = (ids: string[], earlier?: string) => ({
  conversation: { openid: 'o' },
  messages: ids.map((id) => ({ id })),
  ...(earlier !== undefined && { earlier }),
});
const thread = (ids: string[], more: boolean) => ({
  ok: true,
  thread: { conversation: { openid: 'o' }, messages: ids.map((id) => ({ id })), more },
});

describe('threadReader', () => {
  it('reads the latest, and puts earlier ones before them', async () => {
    const questions = heldFunction();
    const reader = threadReader('o');
    const latest = reader.latest();
    questions[0]?.answer(page(['c', 'd'], 'before c'));
    expect(await latest).toEqual(thread(['c', 'd'], true));

    const earlier = reader.earlier();
    expect(questions[1]?.data).toEqual({ action: 'thread', openid: 'o', before: 'before c' });
    questions[1]?.answer(page(['a', 'b']));
    expect(await earlier).toEqual(thread(['a', 'b', 'c', 'd'], false));
    expect(await reader.earlier()).toBeUndefined();
  });

  it('keeps the earlier ones when new ones come', async () => {
    const questions = heldFunction();
    const reader = threadReader('o');
    const first = reader.latest();
    questions[0]?.answer(page(['a', 'b']));
    await first;
    const next = reader.latest();
    questions[1]?.answer(page(['b', 'c'], 'before b'));
    expect(await next).toEqual(thread(['a', 'b', 'c'], false));
  });

  it('forgets an older answer that comes after a newer one', async () => {
    const questions = heldFunction();
    const reader = threadReader('o');
    const older = reader.latest();
    const newer = reader.latest();
    questions[1]?.answer(page(['a', 'b']));
    questions[0]?.answer(page(['a']));
    expect(await newer).toEqual(thread(['a', 'b'], false));
    expect(await older).toBeUndefined();
  });

  it('asks for a page of earlier ones once, whoever asks again meanwhile', async () => {
    const questions = heldFunction();
    const reader = threadReader('o');
    const latest = reader.latest();
    questions[0]?.answer(page(['b'], 'before b'));
    await latest;
    const earlier = reader.earlier();
    expect(await reader.earlier()).toBeUndefined();
    questions[1]?.answer(page(['a']));
    expect(await earlier).toEqual(thread(['a', 'b'], false));
    expect(questions).toHaveLength(2);
  });

  it('puts no earlier ones before a gap that has come meanwhile', async () => {
    const questions = heldFunction();
    const reader = threadReader('o');
    const first = reader.latest();
    questions[0]?.answer(page(['b'], 'before b'));
    await first;
    const earlier = reader.earlier();
    const latest = reader.latest();
    questions[2]?.answer(page(['y', 'z'], 'before y'));
    expect(await latest).toEqual(thread(['y', 'z'], true));
    questions[1]?.answer(page(['a']));
    expect(await earlier).toBeUndefined();
  });

  it('can be asked again for what was refused', async () => {
    const questions = heldFunction();
    const reader = threadReader('o');
    const latest = reader.latest();
    questions[0]?.answer(page(['b'], 'before b'));
    await latest;
    const refused = reader.earlier();
    questions[1]?.refuse('UNREACHABLE');
    expect(await refused).toMatchObject({ ok: false, error: { code: 'UNREACHABLE' } });
    const again = reader.earlier();
    questions[2]?.answer(page(['a']));
    expect(await again).toEqual(thread(['a', 'b'], false));
  });
});
