/** `/emulator/users/:openid/database`: the document database as a mini-program uses it, `wx.cloud.database()`. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { ACTIONS_OF_USERS } from '../../database/access';
import type { DocumentDatabase } from '../../database/database';
import type { Faults } from '../../faults/faults';
import { actWithFaults } from '../../faults/reply';
import { parse } from '../../refusal/parse';
import type { WeChat } from '../../wechat/wechat';
import { answered, asRefusal } from '../databaseFailure';

/** Bytes; the emulator's own limit. Larger documents are a function's. */
const BODY_LIMIT = 2 * 1024 * 1024;
const MAX_STAGES = 100;

/** The fields of `@cloudbase/database`; which one an action needs, the database says. Texts are Extended JSON. */
const Parameters = v.object({
  collectionName: v.pipe(v.string(), v.nonEmpty('Collection name is required'), v.maxLength(120)),
  query: v.optional(v.string()),
  data: v.optional(v.union([v.string(), v.pipe(v.array(v.string()), v.maxLength(1_000))])),
  order: v.optional(v.string()),
  offset: v.optional(v.number()),
  limit: v.optional(v.number()),
  projection: v.optional(v.string()),
  multi: v.optional(v.boolean()),
  merge: v.optional(v.boolean()),
  upsert: v.optional(v.boolean()),
  stages: v.optional(
    v.pipe(v.array(v.object({ stageKey: v.string(), stageValue: v.string() })), v.maxLength(MAX_STAGES)),
  ),
});
const Request = v.strictObject({ action: v.picklist(ACTIONS_OF_USERS), parameters: Parameters });
const Watch = v.strictObject({ parameters: Parameters });

type OfUser = { Params: { openid: string } };

export function registerUserDatabase(
  app: FastifyInstance,
  { wechat, database, faults }: { wechat: WeChat; database: DocumentDatabase; faults: Faults },
): void {
  const path = '/emulator/users/:openid/database';

  app.post<OfUser>(path, { bodyLimit: BODY_LIMIT }, async (request) => {
    const { openid } = wechat.users.require(request.params.openid);
    const { action, parameters } = parse(Request, request.body);
    try {
      const answer = await actWithFaults(faults, action, async () =>
        database.handleOfUser(openid, action, parameters),
      );
      return { requestId: randomUUID(), ...answer };
    } catch (error) {
      throw asRefusal(error);
    }
  });

  app.post<OfUser>(`${path}/watch`, { bodyLimit: BODY_LIMIT }, (request) => {
    const { openid } = wechat.users.require(request.params.openid);
    const { parameters } = parse(Watch, request.body);
    return { list: answered(() => database.watchedByUser(openid, parameters)) };
  });
}
