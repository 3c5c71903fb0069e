/** The SDK on a database with one collection, which is empty before each test of the file. */
import { type Collection, type Command, type Sdk, startSdk } from './sdk';

export let sdk: Sdk;
export let collection: Collection;
export let _: Command;

export function beginWithEmptyCollection(name: string): void {
  beforeAll(async () => {
    sdk = await startSdk();
    _ = sdk.db.command;
  });
  afterAll(() => sdk.close());
  beforeEach(async () => {
    sdk.database.reset();
    await sdk.db.createCollection(name);
    collection = sdk.db.collection(name);
  });
}
