/** How every request is refused. */

/**
 * The body of every refused request. `errCode` is WeChat's or CloudBase's own number where there is one, `requestID`
 * that of the call of a function which has failed.
 */
export interface ErrorBody {
  error: { code: string; message: string; errCode?: number; requestID?: string };
}
