/** `wx.request` and its like (WeChat's documentation: api/network): loopback only, as nothing here needs a network. */
import { keepTemporaryFile, readFileBytes } from '../files';
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';

interface RequestOptions {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  dataType?: string;
  responseType?: string;
  timeout?: number;
}

interface UploadOptions extends RequestOptions {
  filePath: string;
  name: string;
  formData?: Record<string, string>;
}

const LOOPBACK = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$|\?)/;

export function networkApi({ connection }: WxParts) {
  const withTask =
    <O extends object, R>(name: string, run: (options: O, signal: AbortSignal) => Promise<R>) =>
    (options: O) => {
      const controller = new AbortController();
      const call = wxCall(name, async (given: O) => {
        await connection.pass().catch(() => {
          throw new WxFailure('');
        });
        return run(given, controller.signal);
      });
      const promise = call(options);
      promise?.catch(() => {});
      return Object.assign(promise ?? {}, {
        abort: () => controller.abort(),
        onHeadersReceived() {},
        offHeadersReceived() {},
        onProgressUpdate() {},
        offProgressUpdate() {},
        onChunkReceived() {},
      });
    };
  return {
    request: withTask('request', async (options: RequestOptions, signal) => {
      const response = await send(options, bodyOf(options), signal);
      return { ...(await describe(response)), data: await dataOf(response, options) };
    }),
    downloadFile: withTask('downloadFile', async (options: RequestOptions, signal) => {
      const response = await send(options, undefined, signal);
      const tempFilePath = keepTemporaryFile(await response.blob(), new URL(options.url).pathname);
      return { ...(await describe(response)), tempFilePath, filePath: tempFilePath };
    }),
    uploadFile: withTask('uploadFile', async (options: UploadOptions, signal) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, value);
      form.append(options.name, await readFileBytes(options.filePath), options.filePath.split('/').at(-1));
      const response = await send({ ...options, method: 'POST' }, form, signal);
      return { ...(await describe(response)), data: await response.text() };
    }),
  };
}

async function send(
  options: RequestOptions,
  body: BodyInit | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const { url, method = 'GET', header = {}, timeout = 60_000 } = options;
  if (!LOOPBACK.test(url)) {
    throw new WxFailure(`url not in domain list: the emulator reaches loopback addresses only, not ${url}`);
  }
  const address = body === undefined ? withQuery(options) : url;
  const until = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  return fetch(address, {
    method,
    headers: headersFor(options, header),
    ...(body !== undefined && { body }),
    signal: until,
  });
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
  Object.entries(header).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'application/json';

const headersFor = (options: RequestOptions, header: Record<string, string>): Record<string, string> =>
  carriesBody(options) && !('filePath' in options)
    ? { 'content-type': contentType(options), ...header }
    : header;

const describe = async (response: Response) => ({
  statusCode: response.status,
  header: Object.fromEntries(response.headers),
  cookies: [],
});

async function dataOf(
  response: Response,
  { dataType = 'json', responseType = 'text' }: RequestOptions,
): Promise<unknown> {
  if (responseType === 'arraybuffer') return response.arrayBuffer();
  const text = await response.text();
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
