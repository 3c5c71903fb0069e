/** The phone as the mini-program's runtime sees it. */
import type { PhoneHost, ScreenMeasures, SharedCard } from '../host';
import { askUser } from './askUser';
import { STANDARD } from './fontSizes';
import type { PhoneModel } from './phoneModel';

export function createPhoneHost(phone: PhoneModel): PhoneHost {
  let toastTimer: number | undefined;
  const hideToast = () => {
    clearTimeout(toastTimer);
    phone.set({ toast: undefined });
  };
  return {
    get openid() {
      return phone.state.openid;
    },
    get appid() {
      return phone.state.appid;
    },
    get startAt() {
      return phone.state.launch.startAt;
    },
    get scene() {
      return phone.state.launch.scene;
    },
    clockAheadMs: () => phone.state.clock.aheadMs,
    attach: (miniProgram) => phone.set({ miniProgram }),
    showSourceErrors: (sourceErrors) => phone.set({ sourceErrors }),
    setNavigationBar: (bar) => phone.set({ bar }),
    navigationTitle: () => phone.state.bar.title,
    setTabBar: (tabBar) => phone.set({ tabBar }),
    screen: measureScreen,
    askToSubscribe(rows, alwaysKeepOffered) {
      phone.set({ toast: undefined });
      return askUser(phone, 'subscribing', { rows, alwaysKeepOffered });
    },
    openSetting: () => phone.openUntilLeft('settings'),
    showToast(toast) {
      clearTimeout(toastTimer);
      phone.set({ toast: { ...toast, image: wholeAddress(toast.image) } });
      if (toast.duration !== undefined) toastTimer = window.setTimeout(hideToast, toast.duration);
    },
    hideToast,
    showModal: (modal) => askUser(phone, 'modal', modal),
    showActionSheet: (sheet) => askUser(phone, 'actionSheet', sheet),
    openContact: ({ sessionFrom, card }) =>
      phone.chat.openContact({ sessionFrom, card: card && withAddress(card) }),
    showShareCard: (card) => phone.set({ shareCard: withAddress(card) }),
    previewImages: (addresses, first) =>
      phone.set({ preview: { addresses: addresses.map(wholeAddress), first } }),
    network: () => phone.state.network,
    fontSize: () => {
      const { setting } = phone.state.fontSize;
      return { setting, scale: setting / STANDARD.setting };
    },
    log: (level, text) => phone.log(level, text),
  };
}

/** The mini-program's document names its files from where it lies. */
const wholeAddress = (address: string) =>
  address === '' ? '' : new URL(address, new URL('miniprogram/', window.location.href)).href;

const withAddress = (card: SharedCard): SharedCard => ({ ...card, image: wholeAddress(card.image) });

/** The capsule's place where the phone's screen is not drawn yet, in pixels. */
const CAPSULE = { top: 50, right: 8, width: 88, height: 32 };

function measureScreen(): ScreenMeasures {
  const screen = document.querySelector('.phone')?.getBoundingClientRect();
  const capsule = document.querySelector('.mini-program .capsule')?.getBoundingClientRect();
  const statusBar = document.querySelector('.status-bar')?.getBoundingClientRect();
  const { left = 0, top = 0, width = window.innerWidth, height = window.innerHeight } = screen ?? {};
  const drawn = capsule !== undefined && capsule.width > 0;
  return {
    width,
    height,
    statusBarHeight: statusBar?.height ?? 0,
    capsule: drawn
      ? { left: capsule.left - left, top: capsule.top - top, width: capsule.width, height: capsule.height }
      : { left: width - CAPSULE.right - CAPSULE.width, ...CAPSULE },
  };
}
