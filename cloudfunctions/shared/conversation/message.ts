/** What can be said in a conversation. Types alone: the front end names them too. */

export type Message =
  | TextMessage
  | ({ msgtype: 'image' } & Picture)
  | LinkMessage
  /** A card of this mini-program; the picture is best 520 × 416 pixels. */
  | ({ msgtype: 'miniprogrampage'; title: string; pagepath: string } & Thumb);

export interface TextMessage {
  msgtype: 'text';
  /**
   * Plain text, which may hold links as WeChat has them; or parts, of which only those that are links become
   * links, whatever the others hold.
   */
  content: string | TextPart[];
}

/** A card that opens a web page. */
export interface LinkMessage {
  msgtype: 'link';
  title: string;
  description: string;
  url: string;
  /** JPG or PNG; best 640 × 320 pixels. */
  thumbUrl: string;
}

export type TextPart = string | MiniProgramLink | WebLink;

/** Opens a page of this mini-program: WeChat lets no other be linked. */
export interface MiniProgramLink {
  link: 'miniProgram';
  text: string;
  /** A page of app.json, with its query: `pages/order/order?id=1`. */
  path: string;
  /** What WeChat before 6.5.16 opens in its place. Left out: nothing. */
  url?: string;
}

/** Opens a web page. */
export interface WebLink {
  link: 'web';
  text: string;
  url: string;
}

/** A PNG, JPEG or GIF: uploaded already, a file of cloud storage, or the bytes. */
export type Picture =
  /** Of an image uploaded in the last 3 days. */
  | { mediaId: string }
  /** `cloud://…`, at most 10 MB. */
  | { fileId: string }
  /** In base64; at most 72 KB of bytes, for a call of a function takes 100 KB of text. */
  | { data: string };

export type Thumb = { thumbMediaId: string } | { thumbFileId: string } | { thumbData: string };
