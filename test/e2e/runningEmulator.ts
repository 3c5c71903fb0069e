/** A fresh emulator for a test file, and what a user and a developer do with it over HTTP. */
import { createEmulator, type Emulator, type EmulatorOptions } from '../../scripts/emulator/emulator';
import { createEmulatorClient, type EmulatorClient } from '../../scripts/project/emulatorClient';
import { builtFunctions } from '../../scripts/project/paths';

export { HAN_MEI_MEI, LI_LEI } from '../../scripts/project/seed';

let users = 0;
/** A user whom no other test of the file knows: tests need no reset between them. */
export const newUser = () => `oXs1-test-user-${String(++users).padStart(13, '0')}`;

export type RunningEmulator = Emulator & EmulatorClient;

/** Starts it before the tests of this file, with the built functions unless others are named, and stops it after. */
export function runEmulator(options: Partial<EmulatorOptions> = {}): RunningEmulator {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await createEmulator({ functions: builtFunctions, port: 0, ...options });
  });
  afterAll(() => emulator?.close());

  return {
    get url() {
      return emulator.url;
    },
    get client() {
      return emulator.client;
    },
    get env() {
      return emulator.env;
    },
    get clock() {
      return emulator.clock;
    },
    get faults() {
      return emulator.faults;
    },
    exportState: () => emulator.exportState(),
    importState: (text) => emulator.importState(text),
    settled: () => emulator.settled(),
    reset: () => emulator.reset(),
    close: () => emulator.close(),
    ...createEmulatorClient(() => emulator.url),
  };
}
