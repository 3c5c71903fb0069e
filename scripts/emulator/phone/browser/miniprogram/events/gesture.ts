/** Knows whether a tap is being handled: WeChat opens some screens for nothing less. */
export class TapGesture {
  private depth = 0;

  get active(): boolean {
    return this.depth > 0;
  }

  /**
   * Runs a tap's handlers. What they do later, after a timer or an `await`, is no longer part of the tap: WeChat on
   * Android still takes what follows an `await` for it, on older iPhones it refuses it (framework/view/tap).
   */
  during<T>(handlers: () => T): T {
    this.depth += 1;
    try {
      return handlers();
    } finally {
      this.depth -= 1;
    }
  }
}
