/**
 * What runs in a function instance: loads the function, then serves one call at a time over the process's
 * IPC channel. Plain JavaScript, since the instance is a bare Node process as in the cloud.
 *
 * @typedef {import('../protocol').ToInstance} ToInstance
 * @typedef {import('../protocol').FromInstance} FromInstance
 */
const path = require('node:path');
const { followClock } = require('./clock');
const { watchMemory } = require('./memory');
const { captureOutput } = require('./output');
const { offerInstalledSdk } = require('./sdk');

const [folder, handler] = process.argv.slice(2);
if (folder === undefined || handler === undefined) throw new Error('bootstrap.js FOLDER HANDLER');

let requestId = '';
/** @type {string[]} */
let callVariables = [];

/** @type {(message: FromInstance, sent?: () => void) => void} */
const send = (message, sent) => void process.send?.(message, undefined, undefined, () => sent?.());

/** @type {(message: FromInstance) => void} */
const sendAndEnd = (message) => send(message, () => process.exit(1));

const output = captureOutput((level, text) => send({ type: 'log', requestId, level, text }));
const clock = followClock();
const memory = watchMemory(() => sendAndEnd({ type: 'overMemory', requestId }));
offerInstalledSdk();

process.on('message', (/** @type {ToInstance} */ call) => void serve(call));
// The emulator is gone, however it went: nobody will call again.
process.on('disconnect', () => process.exit());
process.on('uncaughtException', (error) => {
  // A function that listens itself has decided to live on.
  if (process.listenerCount('uncaughtException') > 1) return;
  output.flush();
  sendAndEnd({ type: 'crashed', requestId, message: describe(error) });
});

/** @param {ToInstance} call */
async function serve(call) {
  requestId = call.requestId;
  clock.setAhead(call.aheadMs);
  for (const name of callVariables) delete process.env[name];
  Object.assign(process.env, call.environment);
  callVariables = Object.keys(call.environment);
  memory.setLimit(call.memoryLimit);
  const answer = await run(call);
  output.flush();
  if (!memory.exceeded()) send(answer);
}

/**
 * @param {ToInstance} call
 * @returns {Promise<FromInstance>}
 */
async function run(call) {
  try {
    const main = loadHandler();
    send({ type: 'loaded', requestId });
    const result = encode(await callHandler(main, JSON.parse(call.event), call.context));
    const bytes = Buffer.byteLength(result);
    if (bytes > call.resultLimit) return { type: 'resultTooLarge', requestId, bytes };
    return { type: 'result', requestId, result };
  } catch (error) {
    return { type: 'error', requestId, message: `${describe(error)}${howToInstall(error)}` };
  }
}

/**
 * The cloud installs what package.json names when a function is deployed; here that is for the developer to do.
 *
 * @param {unknown} error
 */
function howToInstall(error) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  const missing =
    code === 'MODULE_NOT_FOUND' ? /^Cannot find module '([^./][^']*)'/.exec(String(message)) : null;
  return missing === null ? '' : `\nInstall ${missing[1]} where the cloud would: npm install in ${folder}`;
}

/** Loads on the first call, so that an error while loading is that call's error, as in the cloud. */
function loadHandler() {
  const [file, name] = /** @type {string} */ (handler).split('.');
  const exported = require(path.join(/** @type {string} */ (folder), `${file}.js`));
  const main = exported[/** @type {string} */ (name)];
  if (typeof main !== 'function') throw new Error(`${file}.js exports no function ${name}`);
  return main;
}

/**
 * A function answers by what it returns or, when it takes a third argument and returns nothing, by calling that:
 * https://cloud.tencent.com/document/product/583/11060
 *
 * @param {Function} main
 * @param {unknown} event
 * @param {unknown} context
 */
function callHandler(main, event, context) {
  return new Promise((resolve, reject) => {
    const callback = (/** @type {unknown} */ error, /** @type {unknown} */ result) =>
      error === null || error === undefined ? resolve(result) : reject(error);
    const returned = main(event, context, callback);
    if (returned !== undefined || main.length < 3) resolve(returned);
  });
}

/** @param {unknown} result */
function encode(result) {
  try {
    return JSON.stringify(result) ?? 'null';
  } catch (error) {
    throw new Error(`The function answered what JSON cannot hold: ${/** @type {Error} */ (error).message}`);
  }
}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  if (typeof error === 'string') return error;
  return require('node:util').inspect(error, { breakLength: Number.POSITIVE_INFINITY });
}
