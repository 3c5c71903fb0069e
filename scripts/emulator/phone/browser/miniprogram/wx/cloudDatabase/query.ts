/** Collections and questions to them (WeChat's documentation: wxcloud/reference-sdk-api/database/Collection). */
import type { CollectionReference as SdkCollection, Query as SdkQuery } from '@cloudbase/database';
import { aggregate } from './aggregate';
import { DocumentReference } from './document';
import type { DatabaseBackend } from './interface';
import { type Callbacks, demandData, outcomeOf } from './outcome';
import { startWatch, type Watcher, type WatchOptions, watchedRequest } from './watch';

type Options = Callbacks & { data?: unknown };

/** What watching must know of a question. */
interface Asked {
  ordered?: boolean;
  limit?: number;
}

export class Query {
  constructor(
    private readonly question: SdkQuery,
    protected readonly backend: DatabaseBackend,
    readonly collectionName: string,
    private readonly asked: Asked = {},
  ) {}

  where(condition: object): Query {
    return this.with(this.question.where(withoutUndefined(condition)));
  }

  orderBy(field: string, direction: 'asc' | 'desc'): Query {
    return this.with(this.question.orderBy(field, direction), { ordered: true });
  }

  limit(count: number): Query {
    return this.with(this.question.limit(count), { limit: count });
  }

  skip(count: number): Query {
    return this.with(this.question.skip(count));
  }

  field(projection: object): Query {
    return this.with(this.question.field(projection));
  }

  get(options?: Callbacks) {
    return outcomeOf('collection.get', options, async () => ({ data: (await this.question.get()).data }));
  }

  count(options?: Callbacks) {
    return outcomeOf('collection.count', options, async () => ({
      total: (await this.question.count()).total,
    }));
  }

  update(options?: Options) {
    return outcomeOf('collection.update', options, async () => {
      const { updated = 0 } = await this.question.update(demandData(options));
      return { stats: { updated } };
    });
  }

  remove(options?: Callbacks) {
    return outcomeOf('collection.remove', options, async () => {
      const { deleted = 0 } = await this.question.remove();
      return { stats: { removed: deleted } };
    });
  }

  /** In descending order of `_id` unless another is given, as WeChat documents it. */
  watch(options: WatchOptions): Watcher {
    const { ordered, limit } = this.asked;
    const question = ordered ? this.question.skip(0) : this.question.orderBy('_id', 'desc');
    const watched = Object.assign(question, { _request: watchedRequest(this.backend, limit) });
    return startWatch(this.backend, this.collectionName, options, async () => (await watched.get()).data);
  }

  private with(question: SdkQuery, asked: Asked = {}): Query {
    return new Query(question, this.backend, this.collectionName, { ...this.asked, ...asked });
  }
}

export class CollectionReference extends Query {
  constructor(
    private readonly collection: SdkCollection,
    backend: DatabaseBackend,
    collectionName: string,
  ) {
    super(collection, backend, collectionName);
  }

  doc(id: string | number): DocumentReference {
    return new DocumentReference(this.collection, this.backend, id);
  }

  add(options?: Options) {
    return outcomeOf('collection.add', options, async () => {
      const { id, ids } = await this.collection.add(demandData(options));
      return ids === undefined ? { _id: id } : { _ids: ids };
    });
  }

  aggregate() {
    return aggregate(this.collection.aggregate());
  }
}

/**
 * A condition on `undefined` is none: mini-programs ask by an openid that they do not know yet. The SDK of functions
 * refuses where there is no other.
 */
const withoutUndefined = (condition: object) =>
  Object.getPrototypeOf(condition) === Object.prototype
    ? Object.fromEntries(Object.entries(condition).filter(([, value]) => value !== undefined))
    : condition;
