/** Collections and questions to them (WeChat's documentation: wxcloud/reference-sdk-api/database/Collection). */
import type {
  CollectionReference as SdkCollection,
  DocumentReference as SdkDocument,
  Query as SdkQuery,
} from '@cloudbase/database';
import { EJSON } from 'bson';
import { aggregate } from './aggregate';
import { DocumentReference } from './document';
import type { DatabaseBackend } from './interface';
import { type Callbacks, demandData, outcomeOf } from './outcome';
import { startWatch, type Watcher, type WatchOptions } from './watch';

type Options = Callbacks & { data?: unknown };

/** What the SDK's own questions keep, of which watching needs the text of the condition. */
interface QueryState {
  _fieldFilters?: string;
  _apiOptions: { limit?: number; order?: Record<string, 1 | -1> };
}

export class Query {
  constructor(
    private readonly question: SdkQuery,
    protected readonly backend: DatabaseBackend,
    readonly collectionName: string,
  ) {}

  where(condition: object): Query {
    return this.with(this.question.where(condition));
  }

  orderBy(field: string, direction: 'asc' | 'desc'): Query {
    return this.with(this.question.orderBy(field, direction));
  }

  limit(count: number): Query {
    return this.with(this.question.limit(count));
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

  watch(options: WatchOptions): Watcher {
    const { _fieldFilters: query, _apiOptions } = this.question as unknown as QueryState;
    const { limit, order = { _id: -1 } } = _apiOptions;
    return startWatch(this.backend, options, {
      collectionName: this.collectionName,
      ...(query !== undefined && query !== '' && { query }),
      order: EJSON.stringify(order),
      ...(limit !== undefined && { limit }),
    });
  }

  private with(question: SdkQuery): Query {
    return new Query(question, this.backend, this.collectionName);
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
    const document: SdkDocument = this.collection.doc(id);
    return new DocumentReference(document, this.backend, this.collectionName, id);
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
