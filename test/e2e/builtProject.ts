/**
 * A project that runs the built functions beside some of a test's own: `relay` calls any function, as server-side
 * code of a project does; `read` reads a collection, as other functions of a project may; `write` adds a document
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

/** @param operator openid of the first operator. @returns the folder of the functions */
export function builtProject({ operator }: { operator: string }): string {
  const names = readdirSync(builtFunctions);
  const envVariables = { XINSHI_OPERATOR: operator };
  const project = temporaryFolder({
    'cloudbaserc.json': JSON.stringify({
      functionRoot: 'functions',
      functions: names.map((name) => ({ name, timeout: 10, envVariables })),
    }),
    'functions/relay/index.js': `${SDK}
      exports.main = async ({ name, data }) => (await cloud.callFunction({ name, data })).result;`,
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
