/** `wx.request` and its like (WeChat's documentation: api/network): loopback only, as nothing here needs a network. */
import { readFileBytes } from '../files';
import { WxFailure, wxCall } from './call';
import { keepResult } from './fileSystem';
import { createTask, type Task } from './networkTask';
import type { WxParts } from './parts';
import { continuesTap } from './tap';

interface RequestOptions {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  dataType?: string;
  responseType?: string;
  /** Milliseconds. Default 60 000. */
  timeout?: number;
  /** The answer is told piece by piece to `onChunkReceived`. */
  enableChunked?: boolean;
}

interface DownloadOptions extends RequestOptions {
  filePath?: string;
}

interface UploadOptions extends RequestOptions {
  filePath: string;
  name: string;
  formData?: Record<string, string>;
}

const LOOPBACK = /^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$|\?)/;

/** What of the emulator a mini-program may ask: the HTTP access service, WeChat's HTTPS API, and files of the cloud. */
const OFFERED = /^\/(http|cgi-bin|wxaapi|sns|storage)\//;

/**
 * The emulator's controls lie at this page's own port, and would take its word for any user's.
 * By the port: the emulator answers to each loopback name.
 *
 * @throws {WxFailure} as WeChat refuses an address that is not in its list
 */
export function allowOnly(pattern: RegExp, url: string): void {
  if (!pattern.test(url)) throw notListed(`the emulator reaches loopback addresses only, not ${url}`);
  const { port, pathname } = new URL(url);
  if (port === window.location.port && !OFFERED.test(pathname))
    throw notListed(`of the emulator itself a mini-program reaches no ${pathname}`);
}

const notListed = (reason: string) => new WxFailure(`url not in domain list: ${reason}`, { errno: 600002 });

export function networkApi({ gesture, connection }: WxParts) {
  const withTask =
    (makeCall: typeof wxCall) =>
    <O extends object, R>(name: string, run: (options: O, task: Task) => Promise<R>) =>
    (options: O) => {
      const { task, api } = createTask();
      const call = makeCall(name, async (given: O) => {
        await connection.pass().catch(() => {
          throw new WxFailure('', { errno: 600001 });
        });
        return run(given, task).catch((error: unknown) => {
          throw failureOf(error);
        });
      });
      // The task alone: 以 Promise 风格 调用：不支持 (WeChat's documentation: api/network/request/wx.request).
      call(options)?.catch(() => {});
      return api;
    };
  const passingTapOn = withTask(continuesTap(gesture));
  return {
    request: passingTapOn('request', async (options: RequestOptions, task) => {
      const response = await send(options, bodyOf(options), task);
      const bytes = await task.body(response, options.enableChunked === true);
      return { ...describe(response), data: dataOf(bytes, options) };
    }),
    downloadFile: passingTapOn('downloadFile', async (options: DownloadOptions, task) => {
      const response = await send(options, undefined, task);
      const type = response.headers.get('content-type') ?? '';
      const file = new Blob([await task.body(response, false)], { type: type.replace(/;.*/, '') });
      const path = keepResult(file, new URL(options.url).pathname, options.filePath);
      return {
        ...describe(response),
        ...(options.filePath === undefined ? { tempFilePath: path } : { filePath: path }),
      };
    }),
    uploadFile: withTask(wxCall)('uploadFile', async (options: UploadOptions, task) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, value);
      const file = await readFileBytes(options.filePath);
      form.append(options.name, file, options.filePath.split('/').at(-1));
      const response = await send({ ...options, method: 'POST' }, form, task);
      task.uploaded(file.size);
      return { ...describe(response), data: await response.text() };
    }),
  };
}

/** The words for what `fetch` throws. */
function failureOf(error: unknown): unknown {
  if (!(error instanceof DOMException))
    return error instanceof TypeError ? new WxFailure('', { errno: 600001 }) : error;
  if (error.name === 'AbortError') return new WxFailure('abort', { errno: 600003 });
  return error.name === 'TimeoutError' ? new WxFailure('timeout', { errno: 5 }) : error;
}

async function send(options: RequestOptions, body: BodyInit | undefined, task: Task): Promise<Response> {
  const { url, method = 'GET', timeout = 60_000 } = options;
  allowOnly(LOOPBACK, url);
  const address = body === undefined ? withQuery(options) : url;
  const until = AbortSignal.any([task.signal, AbortSignal.timeout(timeout)]);
  const response = await fetch(address, {
    method,
    headers: headersFor(options, body),
    ...(body !== undefined && { body }),
    signal: until,
  });
  task.headersReceived(describe(response));
  return response;
}

const carriesBody = ({ method = 'GET' }: RequestOptions) => !['GET', 'HEAD'].includes(method.toUpperCase());

function bodyOf(options: RequestOptions): BodyInit | undefined {
  const { data } = options;
  if (!carriesBody(options) || data === undefined) return undefined;
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
  if (contentType(options).includes('x-www-form-urlencoded'))
    return new URLSearchParams(data as Record<string, string>);
  return JSON.stringify(data);
}

/** The data of a GET goes into its address. */
function withQuery({ url, data, ...options }: RequestOptions): string {
  if (carriesBody({ url, ...options }) || typeof data !== 'object' || data === null) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(data as Record<string, string>)}`;
}

const contentType = ({ header = {} }: RequestOptions) =>
  Object.entries(header).find(([name]) => isContentType(name))?.[1] ?? 'application/json';

/** A form's type has the boundary between its parts, which the browser writes: many name the type without it. */
function headersFor(options: RequestOptions, body: BodyInit | undefined): Record<string, string> {
  const { header = {} } = options;
  if (!carriesBody(options)) return header;
  const others = Object.fromEntries(Object.entries(header).filter(([name]) => !isContentType(name)));
  return body instanceof FormData ? others : { ...others, 'content-type': contentType(options) };
}

const isContentType = (name: string) => name.toLowerCase() === 'content-type';

const describe = (response: Response) => ({
  statusCode: response.status,
  header: Object.fromEntries(response.headers),
  cookies: [],
});

function dataOf(
  bytes: Uint8Array<ArrayBuffer>,
  { dataType = 'json', responseType = 'text' }: RequestOptions,
): unknown {
  if (responseType === 'arraybuffer') return bytes.buffer;
  const text = new TextDecoder().decode(bytes);
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
