/** The emulator's HTTP contract, called from the browser. */
import type {
  CallResult,
  Chat,
  ChatInput,
  ClockReading,
  CloudFileStatus,
  CloudFileUrl,
  DeskConversation,
  ErrorBody,
  FaultSettings,
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
  chat(openid: string): Promise<Chat>;
  enterChat(openid: string, sessionFrom: string): Promise<Chat>;
  say(openid: string, input: ChatInput): Promise<void>;
  desk(): Promise<DeskConversation[]>;
  clock(): Promise<ClockReading>;
  advance(advanceMs: number): Promise<ClockReading>;
  faults(): Promise<FaultSettings>;
  clearFaults(): Promise<FaultSettings>;
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
  chat: (openid) => request('GET', `${userPath(openid)}/chat`),
  enterChat: (openid, sessionFrom) => request('POST', `${userPath(openid)}/chat/enter`, { sessionFrom }),
  say: async (openid, input) => {
    await request('POST', `${userPath(openid)}/chat`, input);
  },
  desk: () => request('GET', '/emulator/desk'),
  clock: () => request('GET', '/emulator/clock'),
  advance: (advanceMs) => request('POST', '/emulator/clock', { advanceMs }),
  faults: () => request('GET', '/emulator/faults'),
  clearFaults: () => request('PUT', '/emulator/faults', { rules: [] }),
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
