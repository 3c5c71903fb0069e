/** Users' pictures that are too large for an answer: in cloud storage for as long as WeChat keeps them. */
import { createHash } from 'node:crypto';
import { clock } from '../platform/clock';
import { type Collection, collection, command } from '../platform/database';
import type { Expiring, Removal } from '../platform/expiry';
import { deleteFiles, uploadFile } from '../platform/storage';
import { imageTypeOf } from './imageType';

/** A document of the collection `xinshi_pictures`. Written by customerServiceMedia, removed by cleanUp with its file. */
export interface StoredPicture extends Expiring {
  /** SHA-256 of the bytes, in hex: a picture is kept once, however often it is asked for. */
  _id: string;
  /** Of cloud storage, `cloud://…`. */
  fileId: string;
}

const storedPictures: Collection<StoredPicture> = collection('xinshi_pictures');

const KEPT_MS = 3 * 24 * 60 * 60_000;
/** As many files as one call deletes at most (wx-server-sdk, deleteFile). */
const BATCH = 50;

/** @returns its file in cloud storage, `cloud://…` */
export async function storePicture(bytes: Buffer): Promise<string> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const extension = imageTypeOf(bytes)?.extension ?? 'bin';
  const fileId = await uploadFile(`xinshi/media/${digest}.${extension}`, bytes);
  await storedPictures.put({ _id: digest, fileId, expiresAt: clock.now() + KEPT_MS });
  return fileId;
}

/**
 * Deletes the files of those that have expired, and then their documents.
 *
 * @param until when to begin no further batch, in milliseconds since 1970
 */
export async function removeStoredPictures(until: number): Promise<Removal> {
  const expired = { expiresAt: command.lte(clock.now()) };
  let count = 0;
  let found: StoredPicture[];
  do {
    if (clock.now() >= until) return { removed: { [storedPictures.name]: count }, done: false };
    found = await storedPictures.find(expired, { limit: BATCH });
    if (found.length > 0) await deleteFiles(found.map(({ fileId }) => fileId));
    count += await storedPictures.remove({ ...expired, _id: command.in(found.map(({ _id }) => _id)) });
  } while (found.length === BATCH);
  return { removed: { [storedPictures.name]: count }, done: true };
}
