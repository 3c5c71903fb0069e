/** Catches what the function prints: whole lines, or several at once when it prints several at once. */
const { StringDecoder } = require('node:string_decoder');

/**
 * @param {(level: 'info' | 'error', text: string) => void} onText is given text without its last line break
 * @returns {{ flush(): void }} `flush` hands over lines that are not ended yet
 */
exports.captureOutput = (onText) => {
  const streams = [
    captureStream(process.stdout, (text) => onText('info', text)),
    captureStream(process.stderr, (text) => onText('error', text)),
  ];
  const flush = () => {
    for (const stream of streams) stream.flush();
  };
  process.on('exit', flush);
  return { flush };
};

/**
 * @param {NodeJS.WriteStream} stream
 * @param {(text: string) => void} onText
 */
function captureStream(stream, onText) {
  const decoder = new StringDecoder('utf8');
  let unfinished = '';

  stream.write = (/** @type {string | Uint8Array} */ chunk, /** @type {unknown[]} */ ...rest) => {
    const [encoding] = rest;
    const bytes =
      typeof chunk === 'string'
        ? Buffer.from(chunk, /** @type {BufferEncoding} */ (typeof encoding === 'string' ? encoding : 'utf8'))
        : Buffer.from(chunk);
    unfinished += decoder.write(bytes);
    const end = unfinished.lastIndexOf('\n');
    if (end >= 0) {
      onText(unfinished.slice(0, end));
      unfinished = unfinished.slice(end + 1);
    }
    const done = rest.find((argument) => typeof argument === 'function');
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };

  return {
    flush() {
      if (unfinished === '') return;
      onText(unfinished);
      unfinished = '';
    },
  };
}
