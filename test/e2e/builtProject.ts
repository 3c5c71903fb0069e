/**
 * A project that runs the built functions beside three of a test's own: `relay`, which calls any function as
 * server-side code of a project does; `read`, which reads a collection as other functions of a project may; and
 * `write`, which adds a document to one, as the console does.
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
  });
  const functions = join(project, 'functions');
  for (const name of names) symlinkSync(join(builtFunctions, name), join(functions, name));
  return functions;
}
