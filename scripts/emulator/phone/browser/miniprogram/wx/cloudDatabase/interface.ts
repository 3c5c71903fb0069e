/** What `wx.cloud.database()` needs of the phone, and what it is: its code is loaded for mini-programs that use it. */
import type { DatabaseChanges, UserDatabaseAction } from '../../../../../contract';

export interface DatabaseBackend {
  /** Asks the emulator as `@cloudbase/database` does. Rejects with the error that the mini-program gets. */
  send(action: UserDatabaseAction, parameters: object): Promise<Record<string, unknown>>;
  /** The same for a question that is watched, which finds everything. */
  watched(parameters: object): Promise<Record<string, unknown>>;
  /** Calls back when documents of a collection may have changed; undefined: nobody knows which. */
  follow(
    collection: string,
    listener: (changed: DatabaseChanges['documents'] | undefined) => void,
  ): () => void;
}

/** @param config of `wx.cloud.database(config)` */
export type OpenDatabase = (backend: DatabaseBackend, config: { env?: string }) => object;

declare global {
  interface Window {
    /** Set by the script `cloudDatabase.js`. */
    xinshiCloudDatabase?: OpenDatabase;
  }
}
