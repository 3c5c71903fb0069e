/**
 * `wx.cloud.database()`, on `@cloudbase/database` as wx-server-sdk uses it: the language of conditions, updates and
 * pipelines is Tencent's own code; the answers are put into the client's shapes here.
 */
import { Db } from '@cloudbase/database';
import type { UserDatabaseAction } from '../../../../../contract';
import type { DatabaseBackend, OpenDatabase } from './interface';
import { CollectionReference } from './query';

export const openDatabase: OpenDatabase = (backend, config) => {
  Db.reqClass = requestClass(backend);
  const db = new Db({ ...config, throwOnCode: true });
  return withoutTransactions({
    config,
    command: db.command,
    serverDate: db.serverDate,
    RegExp: db.RegExp,
    Geo: callable(db.Geo),
    collection: (name: string) => new CollectionReference(db.collection(name), backend, name),
  });
};

/** What the SDK sends a request with: one object each. */
const requestClass = (backend: DatabaseBackend) =>
  class {
    send(action: UserDatabaseAction, parameters: object) {
      return backend.send(action, parameters);
    }
  };

type Constructors = Record<string, new (...values: unknown[]) => object>;

/** `db.Geo.Point(113, 23)`, with `new` or without it. */
const callable = (constructors: object) =>
  Object.fromEntries(
    Object.entries(constructors as Constructors).map(([name, Shape]) => [
      name,
      function shape(...values: unknown[]) {
        return new Shape(...values);
      },
    ]),
  );

const OF_FUNCTIONS = ['startTransaction', 'runTransaction', 'createCollection'];

/** They stay undefined; who asks for one is told why. */
function withoutTransactions<T extends object>(db: T): T {
  return new Proxy(db, {
    get(target, name) {
      if (typeof name === 'string' && OF_FUNCTIONS.includes(name)) {
        console.warn(
          `wx.cloud.database().${name}: a mini-program has none, in WeChat too; call a cloud function`,
        );
      }
      return Reflect.get(target, name);
    },
  });
}
