/** customerServiceTyping in types, for its callers: `import type` from here. Nothing here runs. */

export interface Input {
  /** The openid of the user whose phone shows it. */
  to: string;
  /** `Typing` shows 对方正在输入 for 15 seconds, `CancelTyping` hides it. */
  command: 'Typing' | 'CancelTyping';
}

export type Output = Record<never, never>;
