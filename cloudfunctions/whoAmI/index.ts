/**
 * Tells a user who he is: the front end shows operators what is for operators. What he may do is decided by each
 * function, whatever this one said.
 *
 * Who may call: any user; he is told of himself.
 */
import * as v from 'valibot';
import { requireUser } from '../shared/platform/access';
import { cloudFunction } from '../shared/platform/cloudFunction';
import { isOperator } from '../shared/platform/operators';
import type { Input, Output } from './contract';

const schema: v.GenericSchema<unknown, Input> = v.strictObject({});

export const main = cloudFunction<Input, Output>({
  input: schema,
  allow: ['user'],
  readsOnly: true,
  run: async (_input, caller) => {
    const openid = requireUser(caller);
    return { openid, operator: await isOperator(openid) };
  },
});
