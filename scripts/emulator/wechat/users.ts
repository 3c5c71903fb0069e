/** The users of the mini-program. */
import * as v from 'valibot';
import type { User } from '../contract';
import { Refusal } from '../refusal/refusal';
import type { Store } from '../state/store';

/** WeChat's openids: an `o` and 27 letters, digits, `_` or `-`. */
export const OPENID = /^o[A-Za-z0-9_-]{27}$/;

export const UserSchema = v.strictObject({
  openid: v.pipe(v.string(), v.regex(OPENID, `must be an openid: ${OPENID.source}`)),
  nickname: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
  unionid: v.exactOptional(v.pipe(v.string(), v.minLength(1, 'must not be empty'))),
}) satisfies v.GenericSchema<unknown, User>;

export interface Users {
  /**
   * The user of this openid, who comes into being when it is used for the first time.
   * @throws {Refusal} 400 INVALID_OPENID when it does not have the shape of an openid
   */
  require(openid: string): User;
  /**
   * The openid itself, for looking at what its user has: a user whom nobody has seen yet has nothing, and looking does
   * not make him.
   * @throws {Refusal} 400 INVALID_OPENID
   */
  openid(text: string): string;
  exists(openid: string): boolean;
  /** Adds the user, or puts this in the place of what is known of him. @throws as {@link require} */
  put(user: User): User;
  /** In the order of their openids. */
  list(): User[];
  /** Removes all users and puts these in their place. */
  replace(users: User[]): void;
}

export function createUsers(store: Store): Users {
  const table = store.table<User>('wechat.users', { shape: UserSchema });

  // The shape is checked before the store is asked: a key must not be longer than LMDB allows.
  const find = (openid: string) => (OPENID.test(openid) ? table.get(openid) : undefined);

  return {
    openid(text) {
      checkOpenid(text);
      return text;
    },
    require(openid) {
      const known = find(openid);
      if (known !== undefined) return known;
      checkOpenid(openid);
      const user = { openid, nickname: `微信用户 ${openid.slice(-4)}` };
      table.put(openid, user);
      return user;
    },
    put(user) {
      checkOpenid(user.openid);
      table.put(user.openid, user);
      return user;
    },
    exists: (openid) => find(openid) !== undefined,
    list: () => table.list(),
    replace(users) {
      table.clear();
      for (const user of users) table.put(user.openid, user);
    },
  };
}

function checkOpenid(openid: string): void {
  if (OPENID.test(openid)) return;
  throw new Refusal(400, 'INVALID_OPENID', `not an openid (${OPENID.source}): ${openid.slice(0, 40)}`);
}
