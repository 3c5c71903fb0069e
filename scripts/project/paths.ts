/** Where things are in this project, as absolute paths. */
import { join, resolve } from 'node:path';

export const projectRoot = resolve(__dirname, '../..');
/** The functions' source: one folder a function, and shared/. */
export const functionSources = join(projectRoot, 'cloudfunctions');
/** What the build makes of them: what is deployed, and what the emulator runs. */
export const builtFunctions = join(projectRoot, 'dist/cloudfunctions');
export const miniprogramSources = join(projectRoot, 'miniprogram');
