/** whoAmI in types, for its callers: `import type` from here. Nothing here runs. */

/** Nothing: each caller is told of himself. */
export type Input = Record<never, never>;

export interface Output {
  /** The caller's openid in this mini-program. */
  openid: string;
  /** The caller may do what operators may: message others, see every send, answer customers. */
  operator: boolean;
}
