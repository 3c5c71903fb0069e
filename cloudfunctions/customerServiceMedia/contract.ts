/** customerServiceMedia in types, for its callers: `import type` from here. Nothing here runs. */

export type Input =
  /** Uploads a PNG, JPEG or GIF for images and cards; one that WeChat has already is not uploaded again. */
  | {
      action: 'upload';
      /**
       * In base64; at most 72 KB of bytes, for a call of a function takes 100 KB of text
       * (docs.cloudbase.net/error-code/EXCEED_MAX_PAYLOAD_SIZE). Larger ones by `fileId`.
       */
      data: string;
    }
  | {
      action: 'upload';
      /** A file of cloud storage, `cloud://…`, at most 10 MB. */
      fileId: string;
    }
  /** Gets the bytes of a picture that a user sent, or that was uploaded, for 3 days. */
  | { action: 'download'; mediaId: string };

export type Output<Action extends Input['action'] = Input['action']> = Action extends 'upload'
  ? UploadOutput
  : DownloadOutput;

export interface UploadOutput {
  /** For `mediaId` of an image, `thumbMediaId` of a card. */
  mediaId: string;
  /** Until when it can be used, in milliseconds since 1970. */
  until: number;
}

export type DownloadOutput = {
  /** `image/png`, `image/jpeg`, `image/gif`. */
  contentType: string;
  /** In bytes. */
  size: number;
} & (
  | {
      /** In base64; a picture of up to 720 KB: a mini-program can be answered 1 MB. */
      data: string;
    }
  | {
      /** A larger one, as a file of cloud storage, `cloud://…`, for 3 days. */
      fileId: string;
    }
);
