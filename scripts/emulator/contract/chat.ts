/** The customer-service conversation, and WeChat's own customer-service page. */

/** `GET /emulator/users/:openid/chat`: the customer-service conversation on the user's phone. */
export interface Chat {
  /** Oldest first. */
  messages: ChatMessage[];
  /** 对方正在输入 shows until this time of the emulator's clock; absent when it does not show. */
  typingEndsAt?: number;
  /** What may still be sent to the user, and until when; absent when the user has done nothing yet. */
  allowance?: { remaining: number; endsAt: number };
}

export type ChatMessage = ChatContent & {
  id: string;
  openid: string;
  from: 'user' | 'service';
  /** An agent wrote it on WeChat's own customer-service page; absent for what the mini-program sent by API. */
  by?: 'agent';
  at: number;
};

/** A `picUrl` or `thumbUrl` is a whole address, or a path on the emulator when it keeps the bytes. */
export type ChatContent =
  | { msgtype: 'text'; content: string }
  | { msgtype: 'image'; mediaId: string; picUrl: string }
  | { msgtype: 'link'; title: string; description: string; url: string; thumbUrl: string }
  | {
      msgtype: 'miniprogrampage';
      title: string;
      pagePath: string;
      thumbMediaId: string;
      thumbUrl: string;
    };

/** `POST /emulator/users/:openid/chat`: what the user sends. It is answered with the {@link ChatMessage}. */
export type ChatInput =
  | TextInput
  | ImageInput
  | { msgtype: 'miniprogrampage'; title: string; pagePath: string; thumbUrl?: string };

export interface TextInput {
  msgtype: 'text';
  content: string;
}

/** An image by its address, which the emulator does not fetch, or with its bytes. */
export type ImageInput =
  | { msgtype: 'image'; picUrl: string }
  /** PNG, JPEG or GIF of at most 10 MB, as a `data:` URL or in plain base64. */
  | { msgtype: 'image'; data: string };

/** `GET /emulator/desk`: WeChat's own customer-service page, those who have waited longest first. */
export interface DeskConversation {
  openid: string;
  nickname: string;
  /** While the user waits, his messages still go to the developer; once an agent has taken him, to the agent. */
  state: 'waiting' | 'taken';
  handedOverAt: number;
  /** Only when taken. */
  takenAt?: number;
  /** When the conversation goes back to the developer by itself; only when taken. */
  endsAt?: number;
  /** The whole conversation, oldest first. */
  messages: ChatMessage[];
}

/** `POST /emulator/desk/:openid/reply`: what the agent sends. It is answered with the {@link ChatMessage}. */
export type DeskReply = TextInput | ImageInput;
