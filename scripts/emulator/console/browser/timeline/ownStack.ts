/** A stack without what is not the developer's: the frames of the emulator, of Node.js and of the SDK. */

const INNER_FRAME =
  /^\s+at .*(instances\/child\/|\(?node:|new Promise|node_modules\/(?:wx-server-sdk|@cloudbase)\/)/;

/** @param text a message, maybe with a stack; without empty lines, of which Node.js writes some below a syntax error */
export const ownStack = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !INNER_FRAME.test(line))
    .join('\n');
