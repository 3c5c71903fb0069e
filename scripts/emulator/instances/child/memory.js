/**
 * Notices that the function holds more memory than it is given. V8 watches its heap by itself (the instance is
 * started with a limit); this counts Buffers too, which lie outside the heap.
 */

const CHECK_EVERY_MS = 50;

/**
 * @param {() => void} onExceeded called once
 * @returns {{ setLimit(bytes: number): void, exceeded(): boolean }}
 */
exports.watchMemory = (onExceeded) => {
  let limit = Number.POSITIVE_INFINITY;
  let told = false;
  const exceeded = () => {
    if (told) return true;
    const { heapUsed, external } = process.memoryUsage();
    if (heapUsed + external <= limit) return false;
    told = true;
    onExceeded();
    return true;
  };
  setInterval(exceeded, CHECK_EVERY_MS).unref();
  return {
    setLimit(bytes) {
      limit = bytes;
    },
    exceeded,
  };
};
