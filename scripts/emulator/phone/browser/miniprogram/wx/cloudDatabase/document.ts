/** One document (WeChat's documentation: wxcloud/reference-sdk-api/database/Document). */
import type {
  CollectionReference as SdkCollection,
  DocumentReference as SdkDocument,
} from '@cloudbase/database';
import type { DatabaseBackend } from './interface';
import { type Callbacks, demandData, outcomeOf } from './outcome';
import { startWatch, type Watcher, type WatchOptions, watchedRequest } from './watch';

type Options = Callbacks & { data?: unknown };

export class DocumentReference {
  constructor(
    private readonly collection: SdkCollection,
    private readonly backend: DatabaseBackend,
    readonly _id: string | number,
    private readonly projection?: object,
  ) {}

  /** The SDK's own, which refuses other ids: they fail where the document is asked for. */
  private get document(): SdkDocument {
    const document = this.collection.doc(this._id);
    return this.projection === undefined ? document : document.field(this.projection);
  }

  field(projection: object): DocumentReference {
    return new DocumentReference(this.collection, this.backend, this._id, projection);
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
    const watched = Object.assign(this.collection.doc(this._id), { request: watchedRequest(this.backend) });
    return startWatch(this.backend, this.collection.name, options, async () => (await watched.get()).data);
  }
}
