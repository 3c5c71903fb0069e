/**
 * `require('wx-server-sdk')` finds the emulator's own copy when the function's folder has none, and so do the libraries
 * that npm installs beside it in the cloud: its own dependencies. A copy in the folder is used as it is, unless it is
 * from before 2.1: those speak to the database in another way, and have the cloud's hosts built in.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const own = require('wx-server-sdk/package.json');

const OFFERED = ['wx-server-sdk', ...Object.keys(own.dependencies)];

exports.offerInstalledSdk = () => {
  // Node's only hook for a CommonJS require on Node 20; stable since Node 0.3 and used by tsx, ts-node and others.
  const loader =
    /** @type {typeof Module & { _resolveFilename(request: string, ...rest: unknown[]): string }} */ (Module);
  const resolve = loader._resolveFilename;
  let told = false;
  loader._resolveFilename = function resolveFilename(request, ...rest) {
    try {
      const found = resolve.call(this, request, ...rest);
      const tooOld = request === 'wx-server-sdk' ? versionTooOld(found) : undefined;
      if (tooOld === undefined) return found;
      if (!told)
        console.warn(`wx-server-sdk ${own.version} is used in the place of ${tooOld}, which is too old`);
      told = true;
      return require.resolve('wx-server-sdk');
    } catch (error) {
      if (!OFFERED.some((name) => request === name || request.startsWith(`${name}/`))) throw error;
      return require.resolve(request, { paths: [require.resolve('wx-server-sdk')] });
    }
  };
};

/**
 * @param {string} main the index.js of a wx-server-sdk
 * @returns {string | undefined} its version, when the emulator does not speak its protocol
 */
function versionTooOld(main) {
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(main), 'package.json'), 'utf8'));
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 2 || (major === 2 && minor < 1) ? version : undefined;
}
