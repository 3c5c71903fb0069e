/**
 * A project that runs the built functions beside some of a test's own: `relay` calls any function, as server-side
 * code of a project does, with `data` or with what JSON text says; `read` reads a collection, as other functions of a project may; `write` adds a document
 * to one, as the console does; `latePush` is messagePush, but waits until the ledger knows of the user.
 */
import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { builtFunctions } from '../../scripts/project/paths';
import { temporaryFolder } from '../temporaryFolder';

const SDK = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
`;

export interface BuiltProject {
  /** openid of the first operator. */
  operator: string;
  /** Environment variables of every function: `{ XINSHI_CALLS_PER_MINUTE: '3' }`. Left out: none but the operator. */
  settings?: Record<string, string>;
  /** Time limit of every function, in seconds. Left out: 20. */
  timeout?: number;
}

/** @returns the folder of the functions */
export function builtProject({ operator, settings = {}, timeout = 20 }: BuiltProject): string {
  const names = readdirSync(builtFunctions);
  // Tests call faster than people do.
  const envVariables = { XINSHI_CALLS_PER_MINUTE: '10000', XINSHI_OPERATOR: operator, ...settings };
  const project = temporaryFolder({
    'cloudbaserc.json': JSON.stringify({
      functionRoot: 'functions',
      functions: names.map((name) => ({ name, timeout, envVariables })),
    }),
    'functions/relay/index.js': `${SDK}
      exports.main = async ({ name, data = {}, json }) =>
        (await cloud.callFunction({ name, data: json ? JSON.parse(json) : data })).result;`,
    'functions/read/index.js': `${SDK}
      exports.main = async ({ collection, where }) =>
        (await cloud.database().collection(collection).where(where).get()).data;`,
    'functions/write/index.js': `${SDK}
      exports.main = ({ collection, document }) =>
        cloud.database().collection(collection).add({ data: document });`,
    'functions/latePush/index.js': `${SDK}
      const { main } = require(${JSON.stringify(join(builtFunctions, 'messagePush'))});
      exports.main = async (event) => {
        const known = cloud.database().collection('xinshi_subscriptions').where({ openid: event.FromUserName });
        while ((await known.count().catch(() => ({ total: 0 }))).total === 0);
        return main(event);
      };`,
  });
  const functions = join(project, 'functions');
  for (const name of names) symlinkSync(join(builtFunctions, name), join(functions, name));
  return functions;
}
