import { seal, unseal } from '../../../../cloudfunctions/shared/transport/sealedToken';

const credentials = { appid: 'wx1', secret: '0123456789abcdef0123456789abcdef' };
const token = { token: '68_token', expiresAt: 1_700_000_000_000 };

describe('a sealed token', () => {
  it('is read with the same appid and secret', () => {
    expect(unseal(seal(token, credentials), credentials)).toEqual(token);
  });

  it('shows nothing of the token, and looks different each time', () => {
    const sealed = seal(token, credentials);
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('68_token');
    expect(seal(token, credentials)).not.toBe(sealed);
  });

  it('is not read after the secret was reset, nor for another appid', () => {
    const sealed = seal(token, credentials);
    expect(unseal(sealed, { ...credentials, secret: 'another' })).toBeUndefined();
    expect(unseal(sealed, { ...credentials, appid: 'wx2' })).toBeUndefined();
  });

  it('is not read once a single byte was changed', () => {
    const sealed = Buffer.from(seal(token, credentials), 'base64');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(unseal(changed.toString('base64'), credentials)).toBeUndefined();
    }
  });

  it.each(['', 'short', 'not base64 at all!', '{"token":"forged"}'])('is not %j', (text) => {
    expect(unseal(text, credentials)).toBeUndefined();
  });
});
