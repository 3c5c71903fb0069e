import { join } from 'node:path';
import { createEmulator } from '../../scripts/emulator/emulator';
import { openStore } from '../../scripts/emulator/state/store';
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

  it('gives the data folder back when the functions are not there', async () => {
    const project = temporaryFolder({ 'functions/echo/index.js': 'exports.main = (event) => event;' });
    const data = join(project, 'data');

    await expect(createEmulator({ functions: join(project, 'nowhere'), data })).rejects.toThrow(
      /Build the functions first/,
    );

    const emulator = await createEmulator({ functions: join(project, 'functions'), data });
    await emulator.close();
  });

  it('gives the data folder back when what is kept there cannot be used', async () => {
    const project = temporaryFolder({ 'functions/echo/index.js': 'exports.main = (event) => event;' });
    const options = { functions: join(project, 'functions'), data: join(project, 'data') };
    const broken = openStore(options.data);
    broken.table('wechat.pushSettings').put('current', null);
    broken.table('wechat.unfinishedPushes').put('1', null);
    await broken.close();

    await expect(createEmulator(options)).rejects.toThrow();

    await openStore(options.data).close();
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
