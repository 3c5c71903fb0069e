import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
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

  it.each(['images/none.png', 'app.js'])('does not give %s', async (path) => {
    expect(await readAsset(folder(), path)).toBeUndefined();
  });

  it.each(['../secret.png', 'images/../../secret.png', 'linked.png'])(
    'does not lead out of the folder: %s',
    async (path) => {
      const around = temporaryFolder({ 'secret.png': 'secret' });
      const within = join(around, 'miniprogram');
      mkdirSync(within);
      symlinkSync('../secret.png', join(within, 'linked.png'));
      expect(await readAsset(within, path)).toBeUndefined();
    },
  );
});
