import { readSettings } from '../../scripts/deploy/settings';
import { temporaryFolder } from '../temporaryFolder';

describe('readSettings', () => {
  it('takes ENV_ID from .env.local, before the environment', () => {
    const folder = temporaryFolder({ '.env.local': '# mine\nENV_ID="shop-1a2b3c"\n' });

    expect(readSettings(folder, { ENV_ID: 'other' })['ENV_ID']).toBe('shop-1a2b3c');
  });

  it('takes it from the environment when the file has none', () => {
    expect(readSettings(temporaryFolder({ '.env.local': 'OTHER=1' }), { ENV_ID: 'other' })).toEqual({
      ENV_ID: 'other',
      OTHER: '1',
    });
    expect(readSettings(temporaryFolder(), { ENV_ID: 'other' })['ENV_ID']).toBe('other');
  });

  it('has none that is empty', () => {
    expect(readSettings(temporaryFolder({ '.env.local': 'ENV_ID=' }), { XINSHI_APPID: '' })).toEqual({});
  });
});
