/** What the phone's two documents are to each other: WeChat's screens around, the running mini-program within. */
import type { SubscribeChoice, SubscribePanelRow } from '../../contract';
import type { SourceError } from '../program';

/** What the mini-program's runtime asks of the phone; it finds it as `window.parent.xinshiPhone`. */
export interface PhoneHost {
  /** Whose phone this is. */
  readonly openid: string;
  /** Where to start: `pages/index/index?id=1`; undefined starts at the entry page. */
  readonly startAt: string | undefined;
  /** Why it was started: one of WeChat's scene values. */
  readonly scene: number;
  /** The mini-program has started. */
  attach(miniProgram: RunningMiniProgram): void;
  /** The mini-program's source cannot be run: show why. */
  showSourceErrors(errors: SourceError[]): void;
  setNavigationBar(bar: NavigationBar): void;
  /** Shows the subscribe panel until the user has answered it. */
  askToSubscribe(rows: SubscribePanelRow[], alwaysKeepOffered: boolean): Promise<SubscribeDecision>;
  /** Shows the settings page until the user leaves it. */
  openSetting(): Promise<void>;
  showToast(toast: Toast): void;
  hideToast(): void;
  /** @returns whether the user confirmed */
  showModal(modal: Modal): Promise<boolean>;
}

/** What the phone asks of the mini-program. */
export interface RunningMiniProgram {
  readonly name: string;
  /** Opens a page in place of all that are open: what tapping a message card does. */
  open(url: string, scene: number): void;
  /** The user tapped 'back'. */
  back(): void;
  /** Something else covers it, or no longer does. */
  hide(): void;
  show(): void;
}

export interface NavigationBar {
  title: string;
  backgroundColor: string;
  textStyle: 'black' | 'white';
  canGoBack: boolean;
  /** `navigationStyle: custom`: the page draws its own. */
  custom: boolean;
}

export interface SubscribeDecision {
  choices: Record<string, SubscribeChoice>;
  alwaysKeep: boolean;
}

export interface Toast {
  title: string;
  icon: 'success' | 'error' | 'loading' | 'none';
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
}
