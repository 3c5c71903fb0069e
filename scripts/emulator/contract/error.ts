/** How every request is refused. */

/** The body of every refused request. `errCode` is WeChat's or CloudBase's own number where there is one. */
export interface ErrorBody {
  error: { code: string; message: string; errCode?: number };
}
