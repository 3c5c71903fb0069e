/** What the user can do to the phone, and what happens to it. */
import type { EmulatorEvent, Notification, Setting, SettingChange, Template } from '../../../contract';
import { type EmulatorClient, EmulatorError } from '../emulatorClient';
import { forgetStorage } from '../storageOfUsers';
import { ChatModel } from './chatModel';
import { inOrder } from './inOrder';
import { PhoneNetwork } from './phoneNetwork';
import { firstState, type LogLine, noMiniProgram, type PhoneState, type Screen } from './phoneState';

/** Why WeChat started the mini-program (WeChat's documentation: reference/scene-list). */
const SCENE = { chatList: 1089, subscribeMessage: 1107 };

/** Whose phone it is where the emulator has no user yet. */
const GUEST = 'oXs1-Guest-00000000000000000';

/** Lines of the console that are kept. */
const LOG_LINES = 200;

/** Milliseconds something new stays at the top of the screen. */
const BANNER_MS = 5_000;

export class PhoneModel {
  state = firstState(SCENE.chatList);
  readonly chat: ChatModel;
  private bannerTimer: number | undefined;
  private readonly leaving = new Map<Screen, () => void>();
  private readonly network = new PhoneNetwork(() => this.state.network);

  constructor(
    readonly emulator: EmulatorClient,
    private readonly draw: () => void,
  ) {
    this.chat = new ChatModel(this);
  }

  set(change: Partial<PhoneState>): void {
    this.state = { ...this.state, ...change };
    this.draw();
  }

  log(level: LogLine['level'], text: string): void {
    this.set({ log: [...this.state.log, { level, text }].slice(-LOG_LINES) });
  }

  get screen(): Screen {
    return this.state.screens.at(-1) ?? 'chats';
  }

  /** The emulator's time. */
  now = (): number => Date.now() + this.state.clock.aheadMs;

  /** Everything that the phone knows of its user and of the emulator. */
  async load(openid: string | undefined): Promise<void> {
    await this.orTrouble(async () => {
      // With the users: the mini-program's first page may read the time, and what it kept under its appid.
      const [users, clock, appid] = await Promise.all([
        this.emulator.users(),
        this.emulator.clock(),
        this.emulator.appid(),
      ]);
      const chosen = openid ?? users[0]?.openid ?? GUEST;
      // The mini-program begins at once: what follows is shown when the user asks for it.
      this.network.forget();
      this.set({ users, clock, appid, openid: chosen });
      const [notifications, faults] = await Promise.all([
        this.emulator.notifications(chosen),
        this.emulator.faults(),
      ]);
      this.set({ notifications, faults });
      await this.chat.read();
    });
  }

  follow(event: EmulatorEvent): void {
    const { openid } = this.state;
    if (this.network.holds(event)) return;
    if (event.type === 'miniprogram') this.restart();
    else if (event.type === 'reset') this.startAnew();
    else if (event.type === 'clock') this.set({ clock: event.clock });
    else if (event.type === 'faults') this.set({ faults: event.faults });
    else if (event.type === 'setting' && this.screen === 'settings') {
      void this.orTrouble(this.readSetting);
    } else if (event.type === 'desk') void this.chat.readDesk();
    else if (event.type === 'chat' && event.openid === openid) this.chat.follow(event.message);
    else if (event.type === 'notification' && event.notification.openid === openid) {
      this.receive(event.notification);
    }
  }

  private receive(notification: Notification): void {
    this.set({ notifications: [notification, ...this.state.notifications] });
    if (this.screen === 'notifications') return;
    this.set({ unread: this.state.unread + 1 });
    this.showBanner({ kind: 'notification', notification });
  }

  showBanner(banner: PhoneState['banner']): void {
    this.set({ banner });
    this.holdBanner(false);
  }

  /** It stays while somebody is at it, and for a while after. */
  holdBanner(isHeld: boolean): void {
    clearTimeout(this.bannerTimer);
    if (isHeld) return;
    this.bannerTimer = window.setTimeout(() => this.set({ banner: undefined }), BANNER_MS);
  }

  /** A tap on what has just arrived. */
  openBanner(): void {
    if (this.state.banner?.kind === 'chat') this.chat.openFromList();
    else this.open('notifications');
  }

  /** A switch of this phone alone. */
  setNetwork(network: PhoneState['network']): void {
    this.set({ network });
    this.state.miniProgram?.networkChanged();
    for (const event of this.network.release()) this.follow(event);
  }

  /** WeChat's setting, for its own screens and the mini-program that follows it. */
  setFontSize(fontSize: PhoneState['fontSize']): void {
    this.set({ fontSize });
    this.state.miniProgram?.fontSizeChanged();
  }

  /** The emulator was reset. */
  private startAnew(): void {
    forgetStorage();
    this.reload();
  }

  /** Everything is asked for again: the emulator was reset or restarted. */
  reload(): void {
    void this.load(this.state.openid || undefined).then(() => this.restart());
  }

  /** Loads the mini-program's document anew; it starts at `startAt`, or at its entry page. */
  restart(startAt?: string, scene = SCENE.chatList): void {
    this.set({ ...noMiniProgram(), launch: { id: this.state.launch.id + 1, startAt, scene } });
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
    if (screen === 'chat') this.set({ unreadChat: 0, banner: undefined });
    if (screen === 'settings') void this.attempt(this.readSetting);
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
      const before = this.leaving.get(screen);
      this.leaving.set(screen, () => {
        before?.();
        resolve();
      });
      this.open(screen);
    });
  }

  /** A tap on a card that leads into the mini-program. */
  openPage(page: string, scene = SCENE.subscribeMessage): void {
    const { screens, miniProgram } = this.state;
    this.set({
      screens: [...screens.filter((open) => open !== 'miniProgram'), 'miniProgram'],
      banner: undefined,
    });
    if (miniProgram === undefined) this.restart(page, scene);
    else miniProgram.open(page, scene);
  }

  switchUser(openid: string): void {
    window.location.search = `?user=${encodeURIComponent(openid)}`;
  }

  private readonly showSetting = inOrder(([{ subscriptionsSetting }, templates]: [Setting, Template[]]) =>
    this.set({ setting: subscriptionsSetting, templates }),
  );

  private readSetting = (): Promise<void> =>
    this.showSetting(
      Promise.all([this.emulator.setting(this.state.openid, true), this.emulator.templates()]),
    );

  changeSetting = (change: SettingChange): Promise<boolean> =>
    this.overNetwork(async () => {
      await this.emulator.changeSetting(this.state.openid, change);
      await this.readSetting();
    });

  /** Moves the emulator's clock forward. */
  advance = (advanceMs: number): Promise<boolean> =>
    this.attempt(async () => this.set({ clock: await this.emulator.advance(advanceMs) }));

  clearFaults = (): Promise<boolean> =>
    this.attempt(async () => this.set({ faults: await this.emulator.clearFaults() }));

  /** What the user does in WeChat itself takes this phone's network too. @returns whether it was done */
  async overNetwork(work: () => Promise<unknown>): Promise<boolean> {
    // Without one, WeChat's screens say so.
    return (await this.network.pass()) && this.attempt(work);
  }

  /**
   * Runs what the user asked for; what went wrong before is then no longer said.
   *
   * @returns whether it was done
   */
  attempt(work: () => Promise<unknown>): Promise<boolean> {
    return this.orTrouble(async () => {
      await work();
      this.set({ trouble: undefined });
    });
  }

  /** Runs what asks the emulator; when it does not answer, or refuses, the phone says so. @returns whether it was done */
  async orTrouble(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof EmulatorError)) throw error;
      this.set({ trouble: error.message });
      return false;
    }
  }
}
