/** The collections that an emulator begins with: a part of seed.json. */
import * as v from 'valibot';
import type { DocumentDatabase } from './database';
import { PermissionSchema } from './permissions';

const SeedCollectionSchema = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty('must not be empty')),
  /** Who of the users may read and write it; PRIVATE (仅创建者可读写) when left out. */
  permission: v.exactOptional(PermissionSchema),
  /** In relaxed Extended JSON. */
  documents: v.exactOptional(v.array(v.record(v.string(), v.unknown()))),
});

export const SeedCollectionsSchema = v.array(SeedCollectionSchema);

/** Makes the collections that are not there yet. @throws {GatewayError} for a name or document that cannot be kept */
export function plantCollections(
  database: DocumentDatabase,
  collections: v.InferOutput<typeof SeedCollectionsSchema>,
): void {
  for (const { name, permission, documents = [] } of collections) {
    if (database.hasCollection(name)) continue;
    database.handle('database.addCollection', { collectionName: name });
    if (permission !== undefined) database.setPermission(name, permission);
    const data = documents.map((document) => JSON.stringify(document));
    if (data.length > 0) database.handle('database.insertDocument', { collectionName: name, data });
  }
}
