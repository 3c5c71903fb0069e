/** One document (WeChat's documentation: wxcloud/reference-sdk-api/database/Document). */
import type { DocumentReference as SdkDocument } from '@cloudbase/database';
import { EJSON } from 'bson';
import type { DatabaseBackend } from './interface';
import { type Callbacks, demandData, outcomeOf } from './outcome';
import { startWatch, type Watcher, type WatchOptions } from './watch';

type Options = Callbacks & { data?: unknown };

export class DocumentReference {
  constructor(
    private readonly document: SdkDocument,
    private readonly backend: DatabaseBackend,
    private readonly collectionName: string,
    readonly _id: string | number,
  ) {}

  field(projection: object): DocumentReference {
    return new DocumentReference(
      this.document.field(projection),
      this.backend,
      this.collectionName,
      this._id,
    );
  }

  /** Fails when there is none: `throwOnNotFound` is wx-server-sdk's alone. */
  get(options?: Callbacks) {
    return outcomeOf('document.get', options, async () => {
      const [data] = (await this.document.get()).data;
      // As developers observe it; which of the two it is, WeChat does not say.
      if (data === undefined) {
        throw new Error(
          `cannot find document with _id ${this._id}, please make sure that the document exists and you have the corresponding access permission`,
        );
      }
      return { data };
    });
  }

  set(options?: Options) {
    return outcomeOf('document.set', options, async () => {
      const { updated = 0, upsertedId } = await this.document.set(demandData(options));
      return { _id: this._id, stats: { updated, created: upsertedId ? 1 : 0 } };
    });
  }

  update(options?: Options) {
    return outcomeOf('document.update', options, async () => {
      const { updated = 0 } = await this.document.update(demandData(options));
      return { stats: { updated } };
    });
  }

  remove(options?: Callbacks) {
    return outcomeOf('document.remove', options, async () => {
      const { deleted = 0 } = await this.document.remove();
      return { stats: { removed: deleted } };
    });
  }

  watch(options: WatchOptions): Watcher {
    return startWatch(this.backend, options, {
      collectionName: this.collectionName,
      query: EJSON.stringify({ _id: this._id }),
    });
  }
}
