/** Where things are in this project, as absolute paths. */
import { join, resolve } from 'node:path';

/** This file is two folders deep in the project; so is the bundle of `npm start` (dist/emulator/cli.js). */
export const projectRoot = resolve(__dirname, '../..');
/** The functions' source: one folder a function, and shared/. */
export const functionSources = join(projectRoot, 'cloudfunctions');
/** What the build makes of them: what is deployed, and what the emulator runs. */
export const builtFunctions = join(projectRoot, 'dist/cloudfunctions');
/** What `npm start` runs. */
export const builtEmulator = join(projectRoot, 'dist/emulator');
/** Files that the emulator reads beside its own code, which `npm start` runs as one bundle. */
export const emulatorSources = join(projectRoot, 'scripts/emulator');
export const miniprogramSources = join(projectRoot, 'miniprogram');
