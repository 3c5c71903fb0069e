import { readAsset } from '../../../scripts/emulator/phone/assets';
import { temporaryFolder } from '../../temporaryFolder';

describe('readAsset', () => {
  const folder = () => temporaryFolder({ 'images/a.png': 'png', 'app.js': 'secret' });

  it('reads pictures of the mini-program', async () => {
    expect(await readAsset(folder(), 'images/a.png')).toEqual({
      bytes: Buffer.from('png'),
      contentType: 'image/png',
    });
  });

  it.each(['images/none.png', 'app.js', '../a.png', '../../../../etc/passwd'])(
    'does not give %s',
    async (path) => {
      expect(await readAsset(folder(), path)).toBeUndefined();
    },
  );
});
