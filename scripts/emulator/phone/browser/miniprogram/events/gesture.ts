/** Knows whether a tap is being handled: WeChat opens some screens for nothing less. */
export class TapGesture {
  private depth = 0;

  get active(): boolean {
    return this.depth > 0;
  }

  /** Runs a tap's handlers. What they do later, after an `await` or a timer, is no longer part of the tap. */
  during<T>(handlers: () => T): T {
    this.depth += 1;
    try {
      return handlers();
    } finally {
      this.depth -= 1;
    }
  }
}
