import { getTempMedia, uploadTempMedia } from '../../../../cloudfunctions/shared/wechat/media';
import type { Transport } from '../../../../cloudfunctions/shared/wechat/transport';

const bytes = Buffer.from([1, 2, 3]);

function carrying(answer: unknown): Transport & { calls: unknown[][] } {
  const calls: unknown[][] = [];
  return {
    calls,
    call: async (...call) => {
      calls.push(call);
      return answer;
    },
  };
}

describe('uploadTempMedia', () => {
  it('gives WeChat’s id and its time in milliseconds', async () => {
    const transport = carrying({ type: 'image', media_id: 'm1', created_at: 1_600_000_000 });
    const uploaded = await uploadTempMedia(transport, {
      contentType: 'image/png',
      bytes,
      fileName: 'a.png',
    });
    expect(uploaded).toEqual({ mediaId: 'm1', createdAt: 1_600_000_000_000 });
    expect(transport.calls).toEqual([
      [
        'customerServiceMessage.uploadTempMedia',
        { type: 'image', media: { contentType: 'image/png', value: bytes, fileName: 'a.png' } },
      ],
    ]);
  });

  it('reads a time that comes as a text', async () => {
    const transport = carrying({ media_id: 'm1', created_at: '1600000000' });
    const uploaded = await uploadTempMedia(transport, { contentType: 'image/png', bytes });
    expect(uploaded.createdAt).toBe(1_600_000_000_000);
  });
});

describe('getTempMedia', () => {
  it('gives the bytes as they are', async () => {
    const transport = carrying({ contentType: 'image/gif', buffer: bytes, errCode: 0 });
    expect(await getTempMedia(transport, 'm1')).toEqual({ contentType: 'image/gif', bytes });
    expect(transport.calls).toEqual([['customerServiceMessage.getTempMedia', { media_id: 'm1' }]]);
  });
});
