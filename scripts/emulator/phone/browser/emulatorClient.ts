/** The emulator's HTTP contract, called from the browser. */
import type {
  CallResult,
  CloudFileStatus,
  CloudFileUrl,
  EmulatorEvent,
  ErrorBody,
  Notification,
  Setting,
  SettingChange,
  SubscribeFailure,
  SubscribePanel,
  SubscribeRequest,
  SubscribeSuccess,
  Template,
  UploadTicket,
  User,
} from '../../contract';

/** The emulator refused a request, or could not be reached. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError';

  constructor(
    /** The emulator's code; `UNREACHABLE` when there was no answer. */
    readonly code: string,
    message: string,
    /** WeChat's or CloudBase's number, where there is one. */
    readonly errCode?: number,
  ) {
    super(message);
  }
}

export interface EmulatorClient {
  users(): Promise<User[]>;
  call(openid: string, name: string, data: unknown): Promise<CallResult>;
  subscribePanel(openid: string, tmplIds: unknown): Promise<SubscribePanel>;
  subscribe(openid: string, request: SubscribeRequest): Promise<SubscribeSuccess | SubscribeFailure>;
  setting(openid: string, withSubscriptions: boolean): Promise<Setting>;
  changeSetting(openid: string, change: SettingChange): Promise<void>;
  notifications(openid: string): Promise<Notification[]>;
  templates(): Promise<Template[]>;
  /** The mini-program's appid. */
  appid(): Promise<string>;
  /** @returns the file's id in cloud storage */
  uploadFile(openid: string, cloudPath: string, bytes: Blob): Promise<string>;
  fileUrls(openid: string, fileList: { fileID: string; maxAge?: number }[]): Promise<CloudFileUrl[]>;
  deleteFiles(openid: string, fileList: string[]): Promise<CloudFileStatus[]>;
}

export const emulatorClient: EmulatorClient = {
  users: () => request('GET', '/emulator/users'),
  call: (openid, name, data) => request('POST', `${userPath(openid)}/call`, { name, data }),
  subscribePanel: (openid, tmplIds) => request('POST', `${userPath(openid)}/subscribe/panel`, { tmplIds }),
  subscribe: (openid, body) => request('POST', `${userPath(openid)}/subscribe`, body),
  setting: (openid, withSubscriptions) =>
    request('GET', `${userPath(openid)}/setting?withSubscriptions=${withSubscriptions}`),
  changeSetting: async (openid, change) => {
    await request('PATCH', `${userPath(openid)}/setting`, change);
  },
  notifications: (openid) => request('GET', `${userPath(openid)}/notifications`),
  templates: () => request('GET', '/emulator/templates'),
  appid: async () => (await request<{ appid: string }>('GET', '/emulator/mini-program')).appid,
  async uploadFile(openid, cloudPath, bytes) {
    const { fileID, url } = await request<UploadTicket>('POST', `${userPath(openid)}/storage/upload`, {
      cloudPath,
    });
    // The address is the emulator's own, under whatever name this page has for it.
    const { pathname, search } = new URL(url);
    const response = await fetch(pathname + search, { method: 'PUT', body: bytes });
    if (!response.ok) throw new EmulatorError('UPLOAD_FAILED', `模拟器回答了 ${response.status}`);
    return fileID;
  },
  fileUrls: (openid, fileList) => request('POST', `${userPath(openid)}/storage/urls`, { fileList }),
  deleteFiles: (openid, fileList) => request('POST', `${userPath(openid)}/storage/delete`, { fileList }),
};

const userPath = (openid: string) => `/emulator/users/${encodeURIComponent(openid)}`;

async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch(() => {
    throw new EmulatorError('UNREACHABLE', '连不上模拟器，它可能已经停止运行');
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  if (!isErrorBody(answer)) throw new EmulatorError('UNREACHABLE', `模拟器回答了 ${response.status}`);
  const { code, message, errCode } = answer.error;
  throw new EmulatorError(code, message, errCode);
}

const isErrorBody = (answer: unknown): answer is ErrorBody =>
  typeof answer === 'object' && answer !== null && 'error' in answer;

const EVENT_TYPES = ['notification', 'setting', 'miniprogram', 'reset'] as const;

interface Follower {
  /** Something that a phone follows has happened. */
  onEvent(event: EmulatorEvent): void;
  /** The connection has broken; the browser tries again by itself. */
  onLost(): void;
  /** The connection is there again; what happened meanwhile is not told. */
  onRegained(): void;
}

export function followEvents({ onEvent, onLost, onRegained }: Follower): void {
  const events = new EventSource('/emulator/events');
  let lost = false;
  events.onerror = () => {
    lost = true;
    onLost();
  };
  events.onopen = () => {
    if (lost) onRegained();
    lost = false;
  };
  for (const type of EVENT_TYPES) {
    events.addEventListener(type, ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data)));
  }
}
