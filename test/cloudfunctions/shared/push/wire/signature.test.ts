import { isSignature, sign } from '../../../../../cloudfunctions/shared/push/wire/signature';

describe('sign', () => {
  it('gives the signatures of WeChat’s guide', () => {
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
});

describe('isSignature', () => {
  const right = sign('AAAAA', '1714036504', '1514711492');

  it('takes the right one alone', () => {
    expect(isSignature(right, right)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a part of it', right.slice(0, 39)],
    ['more than it', `${right}0`],
    ['capital letters', right.toUpperCase()],
    ['another digit', `${right.slice(0, 39)}${right.endsWith('0') ? '1' : '0'}`],
    // U+0131 is the low byte 0x31, which is '1'.
    ['another character with the same low byte', right.replace('1', '\u0131')],
  ])('refuses %s', (_, given) => {
    expect(isSignature(given, right)).toBe(false);
  });
});
