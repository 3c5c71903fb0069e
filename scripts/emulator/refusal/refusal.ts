/** A request that the emulator refuses: answered as an ErrorBody with its status. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    /** HTTP status, 4xx or 5xx. */
    readonly status: number,
    /** Stable SCREAMING_SNAKE code. */
    readonly code: string,
    message: string,
    /** WeChat's or CloudBase's own number, where there is one. */
    readonly errCode?: number,
    /** Of the call of a function that has failed. */
    readonly requestID?: string,
  ) {
    super(message);
  }
}
