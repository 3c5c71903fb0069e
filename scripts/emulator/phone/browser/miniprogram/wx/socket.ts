/** `wx.connectSocket` (WeChat's documentation: api/network/websocket), over the browser's WebSocket; loopback only. */
import { WxFailure, wxCall } from './call';
import { listeners } from './listeners';
import { allowOnly } from './network';
import type { WxParts } from './parts';

interface ConnectOptions {
  url: string;
  protocols?: string[];
}

interface CloseOptions {
  code?: number;
  reason?: string;
}

const LOOPBACK = /^wss?:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$|\?)/;

const EVENTS = ['Open', 'Close', 'Error', 'Message'] as const;

export function socketApi({ connection }: WxParts) {
  /** Those of the calls from before there were tasks, which speak of the socket that was opened last. */
  const shared = Object.fromEntries(EVENTS.map((event) => [event, listeners()]));
  let last: ReturnType<typeof createSocketTask> | undefined;
  const current = () => {
    if (last === undefined) throw new WxFailure('socket is not connected');
    return last;
  };
  return {
    connectSocket(options: ConnectOptions) {
      const task = createSocketTask((event, value) => shared[event]?.tell(value));
      last = task;
      void wxCall('connectSocket', async ({ url, protocols }: ConnectOptions) => {
        await task.open(async () => {
          allowOnly(LOOPBACK, url);
          await connection.pass();
          return new WebSocket(url, protocols);
        });
        return { socketTaskId: 1 };
      })(options)?.catch(() => {});
      return task.api;
    },
    sendSocketMessage: wxCall('sendSocketMessage', ({ data }: { data: string | ArrayBuffer }) =>
      current().send(data),
    ),
    closeSocket: wxCall('closeSocket', (options: CloseOptions) => current().close(options)),
    ...Object.fromEntries(EVENTS.map((event) => [`onSocket${event}`, shared[event]?.on])),
  };
}

function createSocketTask(tellShared: (event: string, value: object) => void) {
  const own = Object.fromEntries(EVENTS.map((event) => [event, listeners()]));
  let socket: WebSocket | undefined;
  /** Refused, or closed before it was there. */
  let ended = false;
  const tell = (event: string, value: object) => {
    own[event]?.tell(value);
    tellShared(event, value);
  };
  const send = (data: string | ArrayBuffer) => {
    if (socket?.readyState !== WebSocket.OPEN) throw new WxFailure('SocketTask.readyState is not OPEN');
    socket.send(data);
  };
  const close = ({ code = 1000, reason = '' }: CloseOptions) => {
    ended = true;
    socket?.close(code, reason);
  };
  const task = {
    /** @throws what `connect` throws, after it was told as an error */
    async open(connect: () => Promise<WebSocket>) {
      try {
        socket = await connect();
      } catch (error) {
        ended = true;
        tell('Error', { errMsg: error instanceof Error ? error.message : String(error) });
        throw error;
      }
      socket.binaryType = 'arraybuffer';
      socket.onopen = () => tell('Open', { header: {}, profile: {} });
      socket.onmessage = ({ data }) => tell('Message', { data });
      socket.onerror = () => tell('Error', { errMsg: 'Connection refused' });
      socket.onclose = ({ code, reason }) => tell('Close', { code, reason });
      if (ended) socket.close();
    },
    send,
    close,
    api: {
      CONNECTING: WebSocket.CONNECTING,
      OPEN: WebSocket.OPEN,
      CLOSING: WebSocket.CLOSING,
      CLOSED: WebSocket.CLOSED,
      get readyState() {
        return socket?.readyState ?? (ended ? WebSocket.CLOSED : WebSocket.CONNECTING);
      },
      send: wxCall('sendSocketMessage', ({ data }: { data: string | ArrayBuffer }) => send(data)),
      close: wxCall('closeSocket', close),
      ...Object.fromEntries(EVENTS.map((event) => [`on${event}`, own[event]?.on])),
    },
  };
  return task;
}
