import { readEnvId } from '../../scripts/deploy/envId';
import { temporaryFolder } from '../temporaryFolder';

describe('readEnvId', () => {
  it('takes ENV_ID from .env.local, before the environment', () => {
    const folder = temporaryFolder({ '.env.local': '# mine\nENV_ID="shop-1a2b3c"\n' });

    expect(readEnvId(folder, { ENV_ID: 'other' })).toBe('shop-1a2b3c');
  });

  it('takes it from the environment when the file has none', () => {
    expect(readEnvId(temporaryFolder({ '.env.local': 'OTHER=1' }), { ENV_ID: 'other' })).toBe('other');
    expect(readEnvId(temporaryFolder(), { ENV_ID: 'other' })).toBe('other');
  });

  it('is undefined when neither has it', () => {
    expect(readEnvId(temporaryFolder({ '.env.local': 'ENV_ID=' }), {})).toBeUndefined();
  });
});
