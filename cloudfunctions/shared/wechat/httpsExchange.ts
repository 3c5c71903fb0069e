/** One request over HTTPS and its answer, within a time and a size, and never a word of it in an error. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface Outgoing {
  method: 'GET' | 'POST';
  /** With the access token in its query: never put it into an error or a log. */
  url: URL;
  /** Left out: none. */
  body?: { contentType: string; bytes: Buffer };
  /** For all of it, from the connection to the last byte of the answer. Milliseconds. */
  timeLimitMs: number;
  /** Of the answer's body. */
  maxBytes: number;
}

export interface Incoming {
  status: number;
  /** In lower case, without parameters; '' when there is none. */
  contentType: string;
  bytes: Buffer;
}

/** @throws ExchangeFailure when no whole answer came */
export type Exchange = (outgoing: Outgoing) => Promise<Incoming>;

export class ExchangeFailure extends Error {
  /** @param sent whether some of the request may have reached the other side */
  constructor(
    message: string,
    readonly sent: boolean,
  ) {
    super(message);
    this.name = 'ExchangeFailure';
  }
}

/**
 * A new connection for each request, which global fetch cannot promise: an instance of a cloud function is frozen
 * between calls, meanwhile the other side closes the connection that fetch keeps, and the next send would be lost in
 * it with an unknown outcome. (The fetch of the cloud's Node 18.15 refuses the header `connection: close`.) Besides,
 * only here it can be seen whether the connection stood before a request failed. Redirects are not followed: they
 * would carry the token elsewhere.
 */
export const exchange: Exchange = ({ method, url, body, timeLimitMs, maxBytes }) =>
  new Promise((resolve, reject) => {
    let connected = false;
    const secure = url.protocol === 'https:';
    const headers = body && { 'content-type': body.contentType, 'content-length': body.bytes.length };
    const request = (secure ? httpsRequest : httpRequest)(url, { method, agent: false, headers });
    const fail = (why: string) => {
      clearTimeout(timer);
      request.destroy();
      reject(new ExchangeFailure(why, connected));
    };
    const timer = setTimeout(() => fail(connected ? 'request timeout' : 'connection timeout'), timeLimitMs);

    request.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    request.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'request failed'));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > maxBytes) fail(`the answer has more than ${maxBytes} bytes`);
        else chunks.push(chunk);
      });
      response.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'the answer broke off'));
      response.on('aborted', () => fail('the answer broke off'));
      response.on('end', () => {
        clearTimeout(timer);
        const [contentType = ''] = (response.headers['content-type'] ?? '').split(';');
        resolve({
          status: response.statusCode ?? 0,
          contentType: contentType.trim().toLowerCase(),
          bytes: Buffer.concat(chunks),
        });
      });
    });
    request.end(body?.bytes);
  });
