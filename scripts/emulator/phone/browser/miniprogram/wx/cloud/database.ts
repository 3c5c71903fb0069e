/** What `wx.cloud.database()` works with on this phone; its own code comes as a script of its own. */
import { followEvents } from '../../../events';
import type { Program } from '../../pages/pageParts';
import type { DatabaseBackend } from '../cloudDatabase/interface';
import type { WxParts } from '../parts';
import { databaseError } from './failure';

type Follow = Parameters<DatabaseBackend['follow']>[1];

/** Loads the database's client where the mini-program's scripts name it: it is larger than all other calls. */
export async function loadCloudDatabase(program: Program): Promise<void> {
  const scripts = Object.values(program.modules).map(String);
  if (!scripts.some((script) => /\bdatabase\b/.test(script))) return;
  const script = document.createElement('script');
  script.src = 'cloudDatabase.js';
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error('cloudDatabase.js could not be loaded'));
    document.head.append(script);
  });
}

export function databaseApi({ host: { openid }, connection }: WxParts) {
  const { client } = connection;
  const followers = new Map<string, Set<Follow>>();
  const tellAll = () => {
    for (const each of followers.values()) for (const listener of each) listener(undefined);
  };
  let following = false;
  const followOnce = () => {
    if (following) return;
    following = true;
    followEvents(
      {
        onEvent(event) {
          if (event.type !== 'database') return;
          for (const listener of followers.get(event.collection) ?? []) listener(event.documents);
        },
        onLost() {},
        onRegained: tellAll,
      },
      '../events.js',
    );
    connection.onChange(({ isConnected }) => {
      if (isConnected) tellAll();
    });
  };
  const backend: DatabaseBackend = {
    send: (action, parameters) => orDatabaseError(client.database(openid, action, parameters)),
    watched: async (parameters) => ({
      data: { list: await orDatabaseError(client.watchedDocuments(openid, parameters)) },
    }),
    follow(collection, listener) {
      followOnce();
      const listeners = followers.get(collection) ?? new Set();
      followers.set(collection, listeners.add(listener));
      return () => listeners.delete(listener);
    },
  };
  return (config: { env?: string } = {}) => {
    const open = window.xinshiCloudDatabase;
    if (open === undefined) throw new Error('wx.cloud.database: its code was not loaded');
    return open(backend, config);
  };
}

const orDatabaseError = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    throw databaseError(error);
  });
