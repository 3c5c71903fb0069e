/**
 * What runs in a function instance: loads the function, then serves one call at a time over the process's
 * IPC channel. Plain JavaScript, since the instance is a bare Node process as in the cloud.
 *
 * @typedef {import('./protocol').ToInstance} ToInstance
 * @typedef {import('./protocol').FromInstance} FromInstance
 */
const Module = require('node:module');
const path = require('node:path');

const [folder, handler] = process.argv.slice(2);
if (folder === undefined || handler === undefined) throw new Error('bootstrap.js FOLDER HANDLER');

let requestId = '';
let aheadMs = 0;
/** @type {string[]} */
let callVariables = [];

/** @param {FromInstance} message */
const send = (message) => process.send?.(message);

captureOutput();
followClock();
offerInstalledSdk();
process.on('message', (/** @type {ToInstance} */ call) => void serve(call));
process.on('disconnect', () => process.exit());
send({ type: 'ready' });

/** @param {ToInstance} call */
async function serve(call) {
  requestId = call.requestId;
  aheadMs = call.aheadMs;
  for (const name of callVariables) delete process.env[name];
  Object.assign(process.env, call.environment);
  callVariables = Object.keys(call.environment);
  try {
    const result = await loadHandler()(JSON.parse(call.event), call.context);
    send({ type: 'result', requestId, result: JSON.stringify(result ?? null) ?? 'null' });
  } catch (error) {
    send({ type: 'error', requestId, message: describe(error) });
  }
}

/** Loads on the first call, so that an error while loading is that call's error, as in the cloud. */
function loadHandler() {
  const [file, name] = /** @type {string} */ (handler).split('.');
  const exported = require(path.join(/** @type {string} */ (folder), `${file}.js`));
  const main = exported[/** @type {string} */ (name)];
  if (typeof main !== 'function') throw new Error(`${file}.js exports no function ${name}`);
  return main;
}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  return typeof error === 'string' ? error : JSON.stringify(error);
}

/** Sends what the function prints with the id of the call that printed it. */
function captureOutput() {
  for (const [stream, level] of /** @type {const} */ ([
    [process.stdout, 'info'],
    [process.stderr, 'error'],
  ])) {
    stream.write = (/** @type {string | Uint8Array} */ chunk, /** @type {unknown[]} */ ...rest) => {
      send({
        type: 'log',
        requestId,
        level,
        text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString(),
      });
      const done = rest.find((argument) => typeof argument === 'function');
      if (typeof done === 'function') done();
      return true;
    };
  }
}

/** Makes `Date` tell the emulator's time: the machine's, plus what the clock was moved by. */
function followClock() {
  const MachineDate = Date;
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, parts, newTarget) =>
      Reflect.construct(target, parts.length > 0 ? parts : [MachineDate.now() + aheadMs], newTarget),
    apply: () => new Date().toString(),
    get: (target, key, receiver) =>
      key === 'now' ? () => MachineDate.now() + aheadMs : Reflect.get(target, key, receiver),
  });
}

/** `require('wx-server-sdk')` finds the emulator's own copy when the function's folder has none. */
function offerInstalledSdk() {
  // Node's only hook for a CommonJS require on Node 20; stable since Node 0.3 and used by tsx, ts-node and others.
  const loader =
    /** @type {typeof Module & { _resolveFilename(request: string, ...rest: unknown[]): string }} */ (Module);
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function resolveFilename(request, ...rest) {
    try {
      return resolve.call(this, request, ...rest);
    } catch (error) {
      if (request !== 'wx-server-sdk') throw error;
      return require.resolve('wx-server-sdk');
    }
  };
}
