/**
 * `require('wx-server-sdk')` finds the emulator's own copy when the function's folder has none, and so do the libraries
 * that npm installs beside it in the cloud: its own dependencies.
 */
const Module = require('node:module');
const { dependencies } = require('wx-server-sdk/package.json');

const OFFERED = ['wx-server-sdk', ...Object.keys(dependencies)];

exports.offerInstalledSdk = () => {
  // Node's only hook for a CommonJS require on Node 20; stable since Node 0.3 and used by tsx, ts-node and others.
  const loader =
    /** @type {typeof Module & { _resolveFilename(request: string, ...rest: unknown[]): string }} */ (Module);
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function resolveFilename(request, ...rest) {
    try {
      return resolve.call(this, request, ...rest);
    } catch (error) {
      if (!OFFERED.some((name) => request === name || request.startsWith(`${name}/`))) throw error;
      return require.resolve(request, { paths: [require.resolve('wx-server-sdk')] });
    }
  };
};
