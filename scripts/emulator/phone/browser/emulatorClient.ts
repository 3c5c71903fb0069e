/** The emulator's HTTP contract, called from the browser. */
import { ask } from '../../browser/ask';
import type {
  CallResult,
  Chat,
  ChatInput,
  ClockReading,
  CloudFileStatus,
  CloudFileUrl,
  DeskConversation,
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
  UserDatabaseAction,
} from '../../contract';

export { EmulatorError } from '../../browser/ask';

export interface EmulatorClient {
  users(): Promise<User[]>;
  call(openid: string, name: string, data: unknown): Promise<CallResult>;
  subscribePanel(openid: string, tmplIds: unknown): Promise<SubscribePanel>;
  subscribe(openid: string, request: SubscribeRequest): Promise<SubscribeSuccess | SubscribeFailure>;
  /** @returns the code of `wx.login` */
  login(openid: string): Promise<string>;
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
  /** Where the bytes of a new file go, with PUT. */
  uploadTicket(openid: string, cloudPath: string): Promise<UploadTicket>;
  fileUrls(openid: string, fileList: { fileID: string; maxAge?: number }[]): Promise<CloudFileUrl[]>;
  deleteFiles(openid: string, fileList: string[]): Promise<CloudFileStatus[]>;
  database(openid: string, action: UserDatabaseAction, parameters: object): Promise<Record<string, unknown>>;
  /** Everything that a watched question finds, as Extended JSON. */
  watchedDocuments(openid: string, parameters: object): Promise<string[]>;
}

export const emulatorClient: EmulatorClient = {
  users: () => ask('GET', '/emulator/users'),
  call: (openid, name, data) => ask('POST', `${userPath(openid)}/call`, { name, data }),
  subscribePanel: (openid, tmplIds) => ask('POST', `${userPath(openid)}/subscribe/panel`, { tmplIds }),
  subscribe: (openid, body) => ask('POST', `${userPath(openid)}/subscribe`, body),
  login: async (openid) => (await ask<{ code: string }>('POST', `${userPath(openid)}/login`)).code,
  setting: (openid, withSubscriptions) =>
    ask('GET', `${userPath(openid)}/setting?withSubscriptions=${withSubscriptions}`),
  changeSetting: async (openid, change) => {
    await ask('PATCH', `${userPath(openid)}/setting`, change);
  },
  notifications: (openid) => ask('GET', `${userPath(openid)}/notifications`),
  templates: () => ask('GET', '/emulator/templates'),
  chat: (openid) => ask('GET', `${userPath(openid)}/chat`),
  enterChat: (openid, sessionFrom) => ask('POST', `${userPath(openid)}/chat/enter`, { sessionFrom }),
  say: async (openid, input) => {
    await ask('POST', `${userPath(openid)}/chat`, input);
  },
  desk: () => ask('GET', '/emulator/desk'),
  clock: () => ask('GET', '/emulator/clock'),
  advance: (advanceMs) => ask('POST', '/emulator/clock', { advanceMs }),
  faults: () => ask('GET', '/emulator/faults'),
  clearFaults: () => ask('PUT', '/emulator/faults', { rules: [] }),
  appid: async () => (await ask<{ appid: string }>('GET', '/emulator/mini-program')).appid,
  uploadTicket: (openid, cloudPath) => ask('POST', `${userPath(openid)}/storage/upload`, { cloudPath }),
  fileUrls: (openid, fileList) => ask('POST', `${userPath(openid)}/storage/urls`, { fileList }),
  deleteFiles: (openid, fileList) => ask('POST', `${userPath(openid)}/storage/delete`, { fileList }),
  database: (openid, action, parameters) =>
    ask('POST', `${userPath(openid)}/database`, { action, parameters }),
  watchedDocuments: async (openid, parameters) =>
    (await ask<{ list: string[] }>('POST', `${userPath(openid)}/database/watch`, { parameters })).list,
};

const userPath = (openid: string) => `/emulator/users/${encodeURIComponent(openid)}`;
