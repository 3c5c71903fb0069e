/** The folder that keeps an emulator's state: made when it is missing, locked, and its file looked at. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from './lock';
import { refuseDamaged } from './stateFile';

export interface DataFolder {
  /** The file with all state; it may not exist yet. */
  stateFile: string;
  /** Lets another emulator have the folder. */
  release(): void;
}

const stateFileIn = (directory: string) => join(directory, 'state.mdb');

export const hasState = (directory: string): boolean => existsSync(stateFileIn(directory));

/** @throws Error with what to do when the folder is in use or cannot be written, or the state in it is damaged */
export function openDataFolder(directory: string): DataFolder {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return take(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Error(
      `The data folder ${directory} cannot be read and written (${code}). ` +
        'Choose another with --data, or keep no state with --memory.',
    );
  }
}

function take(directory: string): DataFolder {
  const stateFile = stateFileIn(directory);
  const { takenOver, release } = lockFolder(directory);
  try {
    refuseDamaged(stateFile, { thorough: takenOver });
  } catch (error) {
    release();
    throw error;
  }
  return { stateFile, release };
}
