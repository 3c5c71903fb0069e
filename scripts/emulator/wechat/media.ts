/** Temporary media (临时素材): images that customer-service messages refer to by their media id. */

import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { type ImageType, imageTypeOf } from './images';

export interface Medium {
  mediaId: string;
  /** Where the image can be seen: a path on the emulator when it keeps the bytes. */
  url: string;
  createdAt: number;
}

export interface Image extends ImageType {
  bytes: Buffer;
}

export interface Media {
  /** An image that is elsewhere: the emulator fetches nothing from the network, so it has no bytes here. */
  keepUrl(url: string): Medium;
  keepImage(bytes: Buffer): Medium;
  /** Undefined when the id is unknown or has expired. */
  find(mediaId: string): Medium | undefined;
  /** The bytes; undefined when the id is unknown or has expired. */
  image(mediaId: string): Image | undefined;
  /** When the media that can be found now will not be found any more. */
  ends(): { mediaId: string; at: number }[];
  clear(): void;
}

/** 媒体文件在微信后台保存时间为3天 (WeChat's documentation of uploadTempMedia). */
const KEPT_MS = 3 * 24 * 3_600_000;

/** Begins the address at which the emulator serves the bytes. */
export const MEDIA_PATH = '/emulator/media/';

const MEDIA_ID = /^[A-Za-z0-9_-]{64}$/;

export function createMedia(store: Store, clock: Clock): Media {
  const media = store.table<Medium>('wechat.media', {
    shape: v.object({ mediaId: v.string(), url: v.string(), createdAt: v.number() }),
  });
  const files = store.table<Buffer>('wechat.mediaFiles', { shape: v.instance(Uint8Array) });

  const hasExpired = ({ createdAt }: Medium) => clock.now() - createdAt >= KEPT_MS;

  function dropExpired(): void {
    for (const { mediaId } of media.list().filter(hasExpired)) {
      media.remove(mediaId);
      files.remove(mediaId);
    }
  }

  function keep(urlOf: (mediaId: string) => string): Medium {
    dropExpired();
    const mediaId = randomBytes(48).toString('base64url');
    const medium = { mediaId, url: urlOf(mediaId), createdAt: clock.now() };
    media.put(mediaId, medium);
    return medium;
  }

  function find(mediaId: string): Medium | undefined {
    const medium = MEDIA_ID.test(mediaId) ? media.get(mediaId) : undefined;
    return medium === undefined || hasExpired(medium) ? undefined : medium;
  }

  return {
    keepUrl: (url) => store.transaction(() => keep(() => url)),
    keepImage: (bytes) =>
      store.transaction(() => {
        const medium = keep((mediaId) => `${MEDIA_PATH}${mediaId}`);
        files.put(medium.mediaId, bytes);
        return medium;
      }),
    find,
    image(mediaId) {
      const bytes = find(mediaId) && files.get(mediaId);
      const type = bytes && imageTypeOf(bytes);
      return type && { ...type, bytes };
    },
    ends: () =>
      media
        .list()
        .map(({ mediaId, createdAt }) => ({ mediaId, at: createdAt + KEPT_MS }))
        .filter(({ at }) => at > clock.now()),
    clear() {
      media.clear();
      files.clear();
    },
  };
}
