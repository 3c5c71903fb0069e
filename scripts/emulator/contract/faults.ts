/** What goes wrong on purpose. */

/** `GET` and `PUT /emulator/faults`: what goes wrong on purpose. */
export interface FaultSettings {
  /** The same rules, seed and order of calls give the same faults. Any whole number, default 1. */
  seed: number;
  /** Default none. Of several that hit one call their latencies add up, and the first of other kinds befalls it. */
  rules: FaultRule[];
}

export type FaultRule = Fault & {
  /**
   * Which calls: `subscribeMessage.send` (by either door), `database.getDocument`, `storage.batchGetDownloadUrl`,
   * `functions.invokeFunction`, `getAccessToken`, `push.subscribe_msg_sent_event`, `requestSubscribeMessage`; all of a
   * group by what stands before the dot, such as `database` or `push`; or `*`.
   */
  api: string;
  /** Which share of these calls is hit, from 0 to 1. Default 1. */
  share: number;
  /** At most so many calls are hit. Default: no limit. */
  times?: number;
};

export type Fault =
  /** The reply comes so much later; the work is done at once. Of a push: it is delivered so much later. */
  | { kind: 'latency'; latencyMs: number }
  /** WeChat answers this errcode and does nothing. The text is WeChat's own when it is left out. */
  | { kind: 'error'; errcode: number; errmsg?: string }
  /** CloudBase answers this code, such as DATABASE_REQUEST_FAILED, and does nothing. */
  | { kind: 'cloudError'; code: string; message: string }
  /** The cloud has waited for WeChat in vain: a cloud call is answered -604102; over HTTPS nothing comes. */
  | { kind: 'timeout'; workDone: boolean }
  /** Nothing comes, and the connection stays open until the caller gives up. `workDone`: default true. */
  | { kind: 'noReply'; workDone: boolean }
  /** The work is done, and the connection closes instead of a reply. Of a push: the answer is lost, WeChat tries again. */
  | { kind: 'replyLost' }
  /** The push is delivered twice. */
  | { kind: 'duplicate' }
  /** The push is delivered after the user's next one; when none follows within `heldMs` (default 1,000), without it. */
  | { kind: 'outOfOrder'; heldMs: number };
