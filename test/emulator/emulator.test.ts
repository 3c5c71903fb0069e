import { join } from 'node:path';
import { createEmulator } from '../../scripts/emulator/emulator';
import { temporaryFolder } from '../temporaryFolder';

describe('createEmulator()', () => {
  it('gives the data folder back when the mini-program is not there', async () => {
    const project = temporaryFolder({ 'functions/echo/index.js': 'exports.main = (event) => event;' });
    const options = { functions: join(project, 'functions'), data: join(project, 'data') };

    await expect(createEmulator({ ...options, miniprogram: join(project, 'nowhere') })).rejects.toThrow(
      /There is no mini-program in/,
    );

    const emulator = await createEmulator(options);
    await emulator.close();
  });

  it('does one reset after the other, and closes after the last', async () => {
    const project = temporaryFolder({ 'functions/echo/index.js': 'exports.main = (event) => event;' });
    const emulator = await createEmulator({ functions: join(project, 'functions') });

    const resets = [emulator.reset(), emulator.reset(), emulator.reset()];
    await emulator.close();

    expect(await Promise.allSettled(resets)).toEqual(
      resets.map(() => ({ status: 'fulfilled', value: undefined })),
    );
  });
});
