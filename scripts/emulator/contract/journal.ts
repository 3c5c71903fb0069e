/**
 * What happened: calls, pushes, log lines. In requests and answers an integer that JavaScript cannot spell stands as
 * `{ $numberLong: '2391234567890123456' }`, as in Extended JSON, with all its digits.
 */
import type { Fault } from './faults';

/** One call of a function or of WeChat's API, in `GET /emulator/calls`. */
export interface CallRecord {
  id: string;
  /** `openapi` is a cloud call, `https` a call of WeChat's HTTPS API. */
  kind: 'function' | 'openapi' | 'https';
  /** The function, the API such as `subscribeMessage.send`, or the path such as `/cgi-bin/message/subscribe/send`. */
  name: string;
  /** Of `https`: `GET`, `POST`. */
  method?: string;
  requestId: string;
  /** Who WeChat vouches for; absent for a call without a user. */
  openid?: string;
  /** WeChat's SOURCE: `wx_client`, `wx_client,scf`; empty for `https`. */
  source: string;
  /** The `requestId` of the call in which another function called this one; absent when none did. */
  calledIn?: string;
  request: unknown;
  response?: unknown;
  error?: { code: string; errCode: number; message: string };
  /** What a rule of `/emulator/faults` did to the call; a reply that was lost stands in `response` all the same. */
  fault?: Fault['kind'];
  startedAt: number;
  durationMs: number;
}

/** A function's call that goes on; its {@link CallRecord} comes when it ends. */
export type BegunCall = Pick<
  CallRecord,
  'name' | 'requestId' | 'openid' | 'source' | 'calledIn' | 'startedAt'
>;

/** One packet that WeChat pushed, in `GET /emulator/pushes`. */
export interface PushRecord {
  id: string;
  msgType: string;
  event?: string;
  openid: string;
  packet: Record<string, unknown>;
  /** The function that the routes name for this kind of packet. */
  functionName?: string;
  /** Where it goes when no route takes it; without either, nowhere. */
  url?: string;
  attempts: PushAttempt[];
  /** What a rule of `/emulator/faults` did to it. */
  fault?: Fault['kind'];
  /** The push that this one repeats (`POST /emulator/pushes/:id/replay`). */
  replayOf?: string;
  createdAt: number;
}

export interface PushAttempt {
  startedAt: number;
  durationMs: number;
  /** Of the call of the function that it was delivered to; absent for a server. */
  requestId?: string;
  /** What went over the wire to a server; a function gets the packet itself. */
  sent?: { url: string; body: string };
  /** What came back; of a server its packet, or its text when that is none. */
  response?: unknown;
  /** Why the answer has no effect although the attempt succeeded. */
  warning?: string;
  error?: string;
}

/** One line that a function wrote, in `GET /emulator/logs`. */
export interface LogRecord {
  id: string;
  functionName: string;
  requestId: string;
  level: 'info' | 'error';
  text: string;
  at: number;
}
