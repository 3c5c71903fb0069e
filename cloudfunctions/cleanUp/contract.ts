/** cleanUp in types, for its callers: `import type` from here. Nothing here runs. */

/** Nothing of its own. A timer's event (`Type`, `TriggerName`, `Time`, `Message`) passes, and is not read. */
export type Input = Readonly<Record<string, unknown>>;

export interface Output {
  /** How many documents were removed, by collection. */
  removed: Record<string, number>;
  /** False when the time limit came first: what is left is removed by the next run. */
  done: boolean;
}
