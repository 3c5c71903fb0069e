/** customerServiceSend in types, for its callers: `import type` from here. Nothing here runs. */

export interface Input {
  /** The receiver's openid. */
  to: string;
  message:
    | {
        msgtype: 'text';
        /** May hold links to pages: `<a href="…" data-miniprogram-appid="…" data-miniprogram-path="…">…</a>`. */
        content: string;
      }
    | {
        msgtype: 'image';
        /** Of an image uploaded in the last 3 days. */
        mediaId: string;
      }
    | {
        msgtype: 'link';
        title: string;
        description: string;
        url: string;
        /** JPG or PNG; best 640 × 320 pixels. */
        thumbUrl: string;
      }
    | {
        msgtype: 'miniprogrampage';
        title: string;
        /** A page of the mini-program's app.json, with its query. */
        pagepath: string;
        /** Of an image uploaded in the last 3 days; best 520 × 416 pixels. */
        thumbMediaId: string;
      };
}

/** Nothing: WeChat gives customer-service messages no id. */
export type Output = Record<never, never>;
