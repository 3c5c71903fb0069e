/** Temporary media (临时素材): images that customer-service messages refer to by their media id. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';

export interface Medium {
  mediaId: string;
  /** Where the image can be seen. */
  url: string;
  createdAt: number;
}

export interface Media {
  keep(url: string): Medium;
  /** Undefined when the id is unknown or has expired. */
  find(mediaId: string): Medium | undefined;
  clear(): void;
}

/** 媒体文件在微信后台保存时间为3天 (WeChat's documentation of uploadTempMedia). */
const KEPT_MS = 3 * 24 * 3_600_000;

const MEDIA_ID = /^[A-Za-z0-9_-]{64}$/;

export function createMedia(store: Store, clock: Clock): Media {
  const table = store.table<Medium>('wechat.media');
  return {
    keep(url) {
      const medium = { mediaId: randomBytes(48).toString('base64url'), url, createdAt: clock.now() };
      table.put(medium.mediaId, medium);
      return medium;
    },
    find(mediaId) {
      const medium = MEDIA_ID.test(mediaId) ? table.get(mediaId) : undefined;
      return medium !== undefined && clock.now() - medium.createdAt < KEPT_MS ? medium : undefined;
    },
    clear: () => table.clear(),
  };
}
