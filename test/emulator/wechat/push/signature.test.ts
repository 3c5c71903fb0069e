import { sign } from '../../../../scripts/emulator/wechat/push/signature';

describe('sign', () => {
  it("gives the signatures of WeChat's guide '消息推送'", () => {
    expect(sign('AAAAA', '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696');
    expect(sign('AAAAA', '1714037059', '486452656')).toBe('899cf89e464efb63f54ddac96b0a0a235f53aa78');
  });

  it('gives the msg_signature of its example, with the ciphertext', () => {
    const encrypted =
      'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==';
    expect(sign('AAAAA', '1713424427', '415670741', encrypted)).toBe(
      '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1',
    );
  });

  it('does not depend on the order', () => {
    expect(sign('b', 'a', 'c')).toBe(sign('c', 'b', 'a'));
  });
});
