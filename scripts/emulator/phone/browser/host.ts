/** What the phone's two documents are to each other: WeChat's screens around, the running mini-program within. */
import type { SubscribeChoice, SubscribePanelRow } from '../../contract';
import type { SourceError } from '../program';

/** What the mini-program's runtime asks of the phone; it finds it as `window.parent.xinshiPhone`. */
export interface PhoneHost {
  /** Whose phone this is. */
  readonly openid: string;
  /** The mini-program's. */
  readonly appid: string;
  /** Where to start: `pages/index/index?id=1`; undefined starts at the entry page. */
  readonly startAt: string | undefined;
  /** Why it was started: one of WeChat's scene values. */
  readonly scene: number;
  /** Milliseconds that the emulator's clock is ahead of this machine's, as it was last told. */
  clockAheadMs(): number;
  /** The mini-program has started. */
  attach(miniProgram: RunningMiniProgram): void;
  /** The mini-program's source cannot be run: show why. */
  showSourceErrors(errors: SourceError[]): void;
  setNavigationBar(bar: NavigationBar): void;
  /** The title that shows now. */
  navigationTitle(): string;
  /** undefined takes it away. */
  setTabBar(bar: TabBar | undefined): void;
  /** Sizes of the screen that the frame cannot know, in pixels; the capsule is placed from the screen's corner. */
  screen(): ScreenMeasures;
  /** Shows the subscribe panel until the user has answered it. */
  askToSubscribe(rows: SubscribePanelRow[], alwaysKeepOffered: boolean): Promise<SubscribeDecision>;
  /** Shows the settings page until the user leaves it. */
  openSetting(): Promise<void>;
  showToast(toast: Toast): void;
  hideToast(): void;
  showModal(modal: Modal): Promise<ModalAnswer>;
  /** @returns the index of the item; undefined when the user cancelled */
  showActionSheet(sheet: ActionSheet): Promise<number | undefined>;
  /** Opens the customer-service chat until the user leaves it, or comes back by a card. */
  openContact(contact: Contact): Promise<ContactReturn>;
  /** What forwarding a page would send. */
  showShareCard(card: SharedCard): void;
  /** Shows images over everything, beginning with one of them. */
  previewImages(addresses: string[], first: number): void;
  /** Whether this phone reaches WeChat and the cloud. */
  network(): NetworkState;
  /** What the user has set in WeChat: pixels, and what they are of the standard size. */
  fontSize(): { setting: number; scale: number };
  /** A line for the phone's own console. */
  log(level: 'warn' | 'error', text: string): void;
}

/** What the phone asks of the mini-program. */
export interface RunningMiniProgram {
  readonly name: string;
  /** Opens a page in place of all that are open: what tapping a message card does. */
  open(url: string, scene: number): void;
  /** The user tapped 'back'. */
  back(): void;
  /** The user tapped the house that stands where there is nothing to go back to. */
  home(): void;
  tapTab(index: number): void;
  /** Whether the page on top may be forwarded. */
  canShare(): boolean;
  share(): void;
  /** This phone's network has changed. */
  networkChanged(): void;
  /** The user has set another font size in WeChat. */
  fontSizeChanged(): void;
  /** Whether the page on top is refreshed when the user pulls it down. */
  canPullDown(): boolean;
  /** As if the user had pulled the page down. */
  pullDown(): void;
  /** Something else covers it, or no longer does. */
  hide(): void;
  show(): void;
}

/** A switch of the phone: everything that the mini-program asks for comes late, or not at all. */
export type NetworkState = 'online' | 'slow' | 'offline';

/** Milliseconds that everything takes longer on a slow network. */
export const SLOW_MS = 2_000;

export interface NavigationBar {
  title: string;
  backgroundColor: string;
  textStyle: 'black' | 'white';
  canGoBack: boolean;
  /** The only page is not the home page: a house leads there. */
  canGoHome: boolean;
  loading: boolean;
  /** `navigationStyle: custom`: the page draws its own. */
  custom: boolean;
}

export interface TabBar {
  position: 'top' | 'bottom';
  color: string;
  selectedColor: string;
  backgroundColor: string;
  borderStyle: 'black' | 'white';
  /** Index of the page on top. */
  selected: number;
  items: TabBarItem[];
}

export interface TabBarItem {
  text: string;
  /** Addresses of pictures. */
  icon: string | undefined;
  selectedIcon: string | undefined;
  /** `•` is a red dot without a text. */
  badge: string | undefined;
}

export interface ScreenMeasures {
  width: number;
  height: number;
  statusBarHeight: number;
  capsule: { left: number; top: number; width: number; height: number };
}

export interface SubscribeDecision {
  choices: Record<string, SubscribeChoice>;
  alwaysKeep: boolean;
}

export interface Toast {
  title: string;
  icon: 'success' | 'error' | 'loading' | 'none';
  /** A picture in the icon's place: its address from the mini-program's document; '' for none. */
  image: string;
  /** Keeps taps from what lies under it. */
  mask: boolean;
  /** Milliseconds; undefined stays until it is hidden. */
  duration: number | undefined;
}

export interface Modal {
  title: string;
  content: string;
  confirmText: string;
  confirmColor?: string;
  /** Left out: there is only 'confirm'. */
  cancelText?: string;
  cancelColor?: string;
  /** Asks for a text, which the content is at first. */
  editable?: boolean;
  placeholderText?: string;
}

export interface ModalAnswer {
  confirmed: boolean;
  /** Of an editable one. */
  content: string;
}

export interface ActionSheet {
  title: string;
  items: string[];
  itemColor: string;
}

/** What a contact button says (WeChat's documentation: component/button). */
export interface Contact {
  sessionFrom: string;
  /** The card that `show-message-card` offers. */
  card: SharedCard | undefined;
}

export interface SharedCard {
  title: string;
  path: string;
  /** An address; '' shows none. */
  image: string;
}

/** What `bindcontact` gives: where the card that the user tapped leads; empty when he tapped none. */
export interface ContactReturn {
  path: string;
  query: Record<string, string>;
}
