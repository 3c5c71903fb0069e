/** What the clock can be moved to. */

/**
 * `GET /emulator/moments`: when something ends or is due by itself, the soonest first. From `at` on it has happened.
 * Of timers only the next time of each.
 */
export type Moment = {
  at: number;
} /** Nothing may be sent to this user any more, until he does something. */ & (
  | { kind: 'chatWindowEnds'; openid: string; remaining: number }
  | { kind: 'typingEnds'; openid: string }
  /** The conversation goes from the agent back to the developer. */
  | { kind: 'handOverEnds'; openid: string }
  | { kind: 'accessTokenEnds'; token: 'access' | 'cloudbase' }
  | { kind: 'mediaExpires'; mediaId: string }
  | { kind: 'timerIsDue'; functionName: string; trigger: string }
);
