/** A document of the collection `xinshi_media`. A type alone. */

/** One image that WeChat keeps for us, found by its content. Written by media.ts, removed by cleanUp. */
export interface CachedMedia {
  /** SHA-256 of the bytes, in hex. */
  _id: string;
  /** WeChat's id of it. */
  mediaId: string;
  /** Until when the id is taken for good: WeChat keeps it for 3 days, less a margin. Milliseconds since 1970. */
  expiresAt: number;
}
