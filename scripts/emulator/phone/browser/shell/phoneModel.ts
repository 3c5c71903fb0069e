/** What the phone shows now, and what the user can do to it. */
import type {
  EmulatorEvent,
  Notification,
  Setting,
  SettingChange,
  SubscribePanelRow,
  Template,
  User,
} from '../../../contract';
import type { SourceError } from '../../program';
import { type EmulatorClient, EmulatorError } from '../emulatorClient';
import type {
  ActionSheet,
  Modal,
  ModalAnswer,
  NavigationBar,
  RunningMiniProgram,
  SharedCard,
  SubscribeDecision,
  TabBar,
  Toast,
} from '../host';

/** Why WeChat started the mini-program (WeChat's documentation: reference/scene-list). */
export const SCENE = { chatList: 1089, subscribeMessage: 1107 };

/** Whose phone it is where the emulator has no user yet. */
const GUEST = 'oXs1-Guest-00000000000000000';

/** Lines of the console that are kept. */
const LOG_LINES = 200;

export interface LogLine {
  level: 'warn' | 'error';
  text: string;
}

/** Milliseconds a notification stays at the top of the screen. */
const BANNER_MS = 5_000;

export type Screen = 'chats' | 'miniProgram' | 'notifications' | 'settings';

/** Something the user has to answer before the phone goes on. */
export type Asking<Question, Answer> = Question & { answer(answer: Answer): void };

export interface PhoneState {
  users: User[];
  openid: string;
  /** The screens that are open, the visible one last. */
  screens: Screen[];
  /** A new `id` loads the mini-program's document anew. */
  launch: { id: number; startAt: string | undefined; scene: number };
  miniProgram?: RunningMiniProgram | undefined;
  appid: string;
  bar: NavigationBar;
  tabBar?: TabBar | undefined;
  /** What the mini-program has written to the console and is worth a look, newest last. */
  log: LogLine[];
  sourceErrors: SourceError[];
  /** Newest first. */
  notifications: Notification[];
  unread: number;
  banner?: Notification | undefined;
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
  /** The emulator does not answer. */
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

export class PhoneModel {
  state: PhoneState = {
    users: [],
    openid: '',
    screens: ['chats', 'miniProgram'],
    launch: { id: 0, startAt: undefined, scene: SCENE.chatList },
    appid: '',
    bar: blankBar(),
    log: [],
    sourceErrors: [],
    notifications: [],
    unread: 0,
    menuOpen: false,
    templates: [],
  };
  private bannerTimer: number | undefined;
  private readonly leaving = new Map<Screen, () => void>();

  constructor(
    readonly emulator: EmulatorClient,
    private readonly draw: () => void,
  ) {}

  set(change: Partial<PhoneState>): void {
    this.state = { ...this.state, ...change };
    this.draw();
  }

  /**
   * Shows something until the user has answered it.
   *
   * @param show what the state becomes with a way to answer, and without one when it has been answered
   */
  ask<Answer>(
    show: (answer: ((answer: Answer) => void) | undefined) => Partial<PhoneState>,
  ): Promise<Answer> {
    return new Promise((resolve) => {
      this.set(
        show((answer) => {
          this.set(show(undefined));
          resolve(answer);
        }),
      );
    });
  }

  log(level: LogLine['level'], text: string): void {
    this.set({ log: [...this.state.log, { level, text }].slice(-LOG_LINES) });
  }

  get screen(): Screen {
    return this.state.screens.at(-1) ?? 'chats';
  }

  /** The users and this one's notifications. */
  async load(openid: string | undefined): Promise<void> {
    await this.orTrouble(async () => {
      const chosen = openid ?? (await this.emulator.users())[0]?.openid ?? GUEST;
      // Asked for before the users: a new openid is one of them after this.
      const notifications = await this.emulator.notifications(chosen);
      const [users, appid] = await Promise.all([this.emulator.users(), this.emulator.appid()]);
      this.set({ appid, users, openid: chosen, notifications, trouble: undefined });
    });
  }

  follow(event: EmulatorEvent): void {
    if (event.type === 'miniprogram') this.restart();
    else if (event.type === 'reset') this.reload();
    else if (event.type === 'setting' && this.screen === 'settings') void this.readSetting();
    else if (event.type === 'notification' && event.notification.openid === this.state.openid) {
      this.receive(event.notification);
    }
  }

  private receive(notification: Notification): void {
    const notifications = [notification, ...this.state.notifications];
    if (this.screen === 'notifications') {
      this.set({ notifications });
      return;
    }
    this.set({ notifications, unread: this.state.unread + 1, banner: notification });
    clearTimeout(this.bannerTimer);
    this.bannerTimer = window.setTimeout(() => this.set({ banner: undefined }), BANNER_MS);
  }

  /** Everything anew: the emulator was reset or restarted. */
  reload(): void {
    void this.load(this.state.openid || undefined).then(() => this.restart());
  }

  /** Loads the mini-program's document anew; it starts at `startAt`, or at its entry page. */
  restart(startAt?: string, scene = SCENE.chatList): void {
    this.set({
      launch: { id: this.state.launch.id + 1, startAt, scene },
      miniProgram: undefined,
      sourceErrors: [],
      bar: blankBar(),
      tabBar: undefined,
      log: [],
      subscribing: undefined,
      actionSheet: undefined,
      shareCard: undefined,
      preview: undefined,
      modal: undefined,
      toast: undefined,
      menuOpen: false,
    });
  }

  /** Opens a screen over the one that shows; one that is open already comes to the front. */
  open(screen: Screen): void {
    if (this.screen === screen) {
      this.set({ menuOpen: false });
      return;
    }
    if (this.screen === 'miniProgram') this.state.miniProgram?.hide();
    const below = this.state.screens.filter((open) => open !== screen);
    this.set({ screens: [...below, screen], menuOpen: false, toast: undefined });
    if (screen === 'miniProgram') this.state.miniProgram?.show();
    if (screen === 'notifications') this.set({ unread: 0, banner: undefined });
    if (screen === 'settings') void this.readSetting();
  }

  /** Leaves the screen that shows. */
  back(): void {
    const left = this.screen;
    this.set({ screens: this.state.screens.slice(0, -1), menuOpen: false });
    if (left === 'miniProgram') this.state.miniProgram?.hide();
    this.leaving.get(left)?.();
    this.leaving.delete(left);
    if (this.screen === 'miniProgram') this.state.miniProgram?.show();
  }

  /** Resolves when the user has left the screen that is being opened. */
  openUntilLeft(screen: Screen): Promise<void> {
    return new Promise((resolve) => {
      this.leaving.set(screen, resolve);
      this.open(screen);
    });
  }

  /** A tap on a message card. */
  openPage(page: string): void {
    const { screens, miniProgram } = this.state;
    this.set({
      screens: [...screens.filter((open) => open !== 'miniProgram'), 'miniProgram'],
      banner: undefined,
    });
    if (miniProgram === undefined) this.restart(page, SCENE.subscribeMessage);
    else miniProgram.open(page, SCENE.subscribeMessage);
  }

  switchUser(openid: string): void {
    window.location.search = `?user=${encodeURIComponent(openid)}`;
  }

  async readSetting(): Promise<void> {
    await this.orTrouble(async () => {
      const [{ subscriptionsSetting }, templates] = await Promise.all([
        this.emulator.setting(this.state.openid, true),
        this.emulator.templates(),
      ]);
      this.set({ setting: subscriptionsSetting, templates, trouble: undefined });
    });
  }

  async changeSetting(change: SettingChange): Promise<void> {
    await this.orTrouble(() => this.emulator.changeSetting(this.state.openid, change));
    await this.readSetting();
  }

  private async orTrouble(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof EmulatorError)) throw error;
      this.set({ trouble: error.message });
    }
  }
}
