/** What the phone shows now, as data. */
import type {
  Chat,
  ChatMessage,
  ClockReading,
  DeskConversation,
  FaultSettings,
  Notification,
  Setting,
  SubscribePanelRow,
  Template,
  User,
} from '../../../contract';
import type { SourceError } from '../../program';
import type {
  ActionSheet,
  Contact,
  ContactReturn,
  Modal,
  ModalAnswer,
  NavigationBar,
  NetworkState,
  RunningMiniProgram,
  SharedCard,
  SubscribeDecision,
  TabBar,
  Toast,
} from '../host';
import { type FontSize, STANDARD } from './fontSizes';

export type Screen = 'chats' | 'miniProgram' | 'notifications' | 'settings' | 'chat';

/** Something the user has to answer before the phone goes on. */
export type Asking<Question, Answer> = Question & { answer(answer: Answer): void };

export interface LogLine {
  level: 'warn' | 'error';
  text: string;
}

/** What has just arrived, at the top of the screen. */
export type Banner =
  | { kind: 'notification'; notification: Notification }
  | { kind: 'chat'; message: ChatMessage };

export interface PhoneState {
  users: User[];
  openid: string;
  /** The mini-program's. */
  appid: string;
  /** The screens that are open, the visible one last. */
  screens: Screen[];
  /** A new `id` loads the mini-program's document anew. */
  launch: { id: number; startAt: string | undefined; scene: number };
  miniProgram?: RunningMiniProgram | undefined;
  bar: NavigationBar;
  tabBar?: TabBar | undefined;
  /** What the mini-program has written to the console and is worth a look, newest last. */
  log: LogLine[];
  sourceErrors: SourceError[];
  /** Newest first. */
  notifications: Notification[];
  unread: number;
  chat: Chat;
  unreadChat: number;
  /** What the user has written to customer service and not sent: it stands there when he comes back. */
  draft: string;
  /** Where the user stands on WeChat's own customer-service page; undefined while the mini-program answers. */
  handedOver?: DeskConversation | undefined;
  /** The contact button that opened the chat. */
  contact?: Asking<Contact, ContactReturn> | undefined;
  banner?: Banner | undefined;
  subscribing?:
    | Asking<{ rows: SubscribePanelRow[]; alwaysKeepOffered: boolean }, SubscribeDecision>
    | undefined;
  modal?: Asking<Modal, ModalAnswer> | undefined;
  actionSheet?: Asking<ActionSheet, number | undefined> | undefined;
  /** What forwarding a page would send. */
  shareCard?: SharedCard | undefined;
  preview?: { addresses: string[]; first: number } | undefined;
  toast?: Toast | undefined;
  menuOpen: boolean;
  setting?: Setting['subscriptionsSetting'] | undefined;
  templates: Template[];
  /** The emulator's clock, as it was last told. */
  clock: ClockReading;
  network: NetworkState;
  /** WeChat's setting. */
  fontSize: FontSize;
  faults: FaultSettings;
  /** The emulator does not answer, or has refused what the user asked for. */
  trouble?: string | undefined;
}

/** Until the mini-program has started. */
const blankBar = (): NavigationBar => ({
  title: '',
  backgroundColor: 'var(--bar)',
  textStyle: window.matchMedia('(prefers-color-scheme: dark)').matches ? 'white' : 'black',
  canGoBack: false,
  canGoHome: false,
  loading: false,
  custom: false,
});

/** What belongs to one run of the mini-program, and is gone when it starts anew. */
export const noMiniProgram = () => ({
  miniProgram: undefined,
  bar: blankBar(),
  tabBar: undefined,
  log: [],
  sourceErrors: [],
  contact: undefined,
  subscribing: undefined,
  modal: undefined,
  actionSheet: undefined,
  shareCard: undefined,
  preview: undefined,
  toast: undefined,
  menuOpen: false,
});

export const firstState = (scene: number): PhoneState => ({
  users: [],
  openid: '',
  appid: '',
  screens: ['chats', 'miniProgram'],
  launch: { id: 0, startAt: undefined, scene },
  notifications: [],
  unread: 0,
  chat: { messages: [] },
  unreadChat: 0,
  draft: '',
  templates: [],
  clock: { now: Date.now(), aheadMs: 0 },
  network: 'online',
  fontSize: STANDARD,
  faults: { seed: 1, rules: [] },
  ...noMiniProgram(),
});
